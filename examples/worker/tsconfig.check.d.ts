// What the library looks for in a host and a worker's types do not have.

declare const setImmediate: ((then: () => void) => unknown) | undefined;
