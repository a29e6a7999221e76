// Where the model lies that comes with the package: a file's place relative to this one, in dist/ as in the bundle of the
// command line.

/** The model that comes with the package; its weights are F16. */
export const embeddedModel: URL = new URL("../../models/lanky-api-4m.gguf", import.meta.url);
