// What to say of a Web Worker that ends before its script has begun: browsers do not say why.

/** @param file the script, relative to dist/ */
export function missingScript(file: string): string {
  return (
    `its script, ${file}, could not be loaded: a bundler that leaves \`new URL(..., import.meta.url)\` as it is needs ` +
    `lanky/dist/${file} as a further entry, with its output in ${file} beside the program's`
  );
}
