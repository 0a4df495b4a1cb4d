// Files that the bundler turns into modules.

declare module '*.css' {
  const text: string;
  export default text;
}
