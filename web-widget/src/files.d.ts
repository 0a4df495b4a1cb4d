// Files that the bundler turns into modules.

declare module '*.css' {
  const text: string;
  export default text;
}

// What the build puts in: the address of panel.js beside widget.js, with the version of its bytes, and their SHA-256.
declare const PANEL_ADDRESS: string;
declare const PANEL_DIGEST: string;
