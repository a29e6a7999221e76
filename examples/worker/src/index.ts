// An edge worker that runs language models: POST /api makes calls of sentences, POST /complete streams text, GET / is a page
// that uses both. See README.md.

import { failure, json } from "./answers.js";
import { answerApi } from "./api.js";
import { answerComplete } from "./complete.js";
import type { Environment, Life } from "./environment.js";
import page from "./page.html";

type Answer = (request: Request, env: Environment, life: Life) => Response | Promise<Response>;

const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'",
};

const routes: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  "/": { GET: () => new Response(page, { headers }) },
  "/api": { POST: answerApi },
  "/complete": { POST: answerComplete },
};

export default {
  async fetch(request: Request, env: Environment, life: Life): Promise<Response> {
    const { pathname } = new URL(request.url);
    const methods = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
    if (!methods)
      return json({ error: { message: `${pathname}: there is only ${Object.keys(routes).join(", ")}` } }, 404);
    const answer = methods[request.method === "HEAD" ? "GET" : request.method];
    if (!answer) {
      const allowed = Object.keys(methods).join(", ");
      const refused = json({ error: { message: `${pathname} takes ${allowed}, not ${request.method}` } }, 405);
      refused.headers.set("allow", allowed);
      return refused;
    }
    try {
      return await answer(request, env, life);
    } catch (error) {
      return failure(error);
    }
  },
};
