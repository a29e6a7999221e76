// npm run demo: serves this folder and, under lanky/, the package's files that a browser needs. Sends the headers that make a
// page cross-origin isolated, so that the engine may have threads; knows ranges, ETags and dates, so that a download can go on
// after a cut. The page it serves has the SHA-256 of each model that it lists, taken from the files as they are: a browser then
// holds what it fetches, and what it keeps, to that.
//
//   npm run demo -- [--port 8080] [--host 127.0.0.1] [--no-isolation] [--library node_modules/lanky]

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = fileURLToPath(new URL("./", import.meta.url));

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".gguf": "application/octet-stream",
};

const usage = "npm run demo -- [--port 8080] [--host 127.0.0.1] [--no-isolation] [--library FOLDER]";

function flagsOf(args) {
  const options = {
    port: { type: "string", default: "8080" },
    host: { type: "string", default: "127.0.0.1" },
    "no-isolation": { type: "boolean", default: false },
    library: { type: "string", default: join(here, "../..") }, // the folder of the package: dist/, build/, models/
  };
  try {
    const { values } = parseArgs({ args, options });
    if (/^\d{1,5}$/.test(values.port) && Number(values.port) < 65536) return values;
    throw new Error(`--port ${values.port}; expected a number from 0 to 65535, 0 for any that is free`);
  } catch (error) {
    console.error(`demo: ${error.message}\n${usage}`);
    process.exit(2);
  }
}

const flags = flagsOf(process.argv.slice(2));
const headers = flags["no-isolation"]
  ? {}
  : {
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
      "Cross-Origin-Resource-Policy": "same-origin",
    };

const server = createServer(async (request, response) => {
  const refuse = (status, text) =>
    response.writeHead(status, { ...headers, "Content-Type": "text/plain" }).end(`${text}\n`);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "GET and HEAD alone");
  const path = pathOf(request.url);
  const found = path && (await stat(path).catch(() => undefined));
  if (!found?.isFile()) return refuse(404, "not found");
  if (extname(path) === ".html") {
    const page = Buffer.from(await withDigests(await readFile(path, "utf8")));
    const about = { "Content-Type": types[".html"], "Content-Length": page.length, "Cache-Control": "no-cache" };
    response.writeHead(200, { ...headers, ...about }).end(request.method === "HEAD" ? undefined : page);
    return;
  }
  const { size, mtimeMs } = found;
  const etag = `"${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}"`;
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { ...headers, "Cache-Control": "no-cache", ETag: etag }).end();
    return;
  }
  const range = rangeOf(request.headers, size, etag);
  if (range === "unsatisfiable") {
    response.writeHead(416, { ...headers, "Content-Range": `bytes */${size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    "Content-Type": types[extname(path)] ?? "application/octet-stream",
    "Content-Length": end - start + 1,
    "Accept-Ranges": "bytes",
    "Cache-Control": "no-cache",
    ETag: etag,
    "Last-Modified": new Date(mtimeMs).toUTCString(),
    ...(range ? { "Content-Range": `bytes ${start}-${end}/${size}` } : {}),
  });
  if (request.method === "HEAD" || size === 0) response.end();
  else pipeline(createReadStream(path, { start, end }), response, () => {}); // who has gone has gone
});

/** The file that an address means; undefined for those that are nobody's business. */
function pathOf(address) {
  let path;
  try {
    path = normalize(decodeURIComponent(new URL(address, "http://localhost").pathname));
  } catch {
    return undefined;
  }
  if (path.includes("\0")) return undefined;
  const inLibrary = /^[/\\]lanky[/\\]((?:dist|build|models)[/\\].*)$/.exec(path);
  if (inLibrary) return join(flags.library, inLibrary[1]);
  return join(here, /[/\\]$/.test(path) ? `${path}index.html` : path);
}

const listedModel = /<option value="(lanky\/[^"]+)"/g;

/** A page with the SHA-256 of the models it lists; those that are missing have none. */
async function withDigests(html) {
  const digests = new Map();
  for (const [, address] of html.matchAll(listedModel)) {
    const bytes = await readFile(pathOf(`/${address}`) ?? "").catch(() => undefined);
    if (bytes) digests.set(address, createHash("sha256").update(bytes).digest("hex"));
  }
  return html.replace(listedModel, (option, address) => {
    const digest = digests.get(address);
    return digest ? `${option} data-sha256="${digest}"` : option;
  });
}

/** The bytes that are asked for, if they are of the version that the client knows. One range is served, more are not. */
function rangeOf({ range, "if-range": condition }, size, etag) {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (!asked || (condition !== undefined && condition !== etag)) return undefined;
  const start = Number(asked[1]);
  const end = asked[2] === "" ? size - 1 : Math.min(Number(asked[2]), size - 1);
  return start > end ? "unsatisfiable" : { start, end };
}

server.on("error", (error) => {
  console.error(`demo: ${error.message}${error.code === "EADDRINUSE" ? "; choose another with --port" : ""}`);
  process.exitCode = 1;
});
server.listen(Number(flags.port), flags.host, () => {
  console.log(`http://${flags.host}:${server.address().port}/`);
  console.log(
    flags["no-isolation"]
      ? "Without the COOP and COEP headers: the engine runs on one thread. Ctrl-C ends."
      : "Cross-origin isolated, so the engine may have threads. Ctrl-C ends.",
  );
});
