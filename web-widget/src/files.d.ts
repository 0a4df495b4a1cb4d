// Files that the bundler turns into modules.

declare module '*.css' {
  const text: string;
  export default text;
}

/** Address of panel.js beside widget.js, with the version of its bytes; the build puts it in. */
declare const PANEL_ADDRESS: string;
