// The times of `npm start` are those of the model's answer: npm's own lines, which look like the demo's, are none.

import { test } from "uvu";
import * as assert from "uvu/assert";
import { answerTimes } from "../../bench/answer-times.js";

const banner = "\n> lanky@0.1.0 prestart\n> node build.mjs\n\n\n> lanky@0.1.0 start\n> node bin/lanky.js demo\n\n";
const call = 'call   {"api":"set_alarm","arguments":{"time":"06:45"}}';

test("each part of the answer has the time of the piece that ended it", () => {
  const pieces = [
    { ms: 100, text: banner },
    { ms: 200, text: "> wake me up\n" },
    { ms: 300, text: call.slice(0, 15) },
    { ms: 400, text: call.slice(15) },
    { ms: 500, text: "\nreply  Sure! Your alarm" },
    { ms: 600, text: " is set." },
    { ms: 700, text: "\n> turn off the kitchen light\n" },
    { ms: 800, text: 'call   {"api":"none","arguments":{}}\nreply  No.\n' },
  ];
  assert.equal(answerTimes(pieces), { asked_ms: 200, call_ms: 500, answer_ms: 700 });
});

test("what came at once came at one time", () => {
  const text = `${banner}> wake me up\n${call}\nreply  Sure!\n`;
  assert.equal(answerTimes([{ ms: 5, text }]), { asked_ms: 5, call_ms: 5, answer_ms: 5 });
});

test("text that is no call is not timed", () => {
  const times = (text: string) => () => answerTimes([{ ms: 1, text: banner + text }]);
  assert.throws(times(""), /no answer of a call and a reply in/);
  assert.throws(times("> wake me up\nSure!\n"), /no answer of a call/);
  assert.throws(times(`> wake me up\n${call}\nreply  Su`), /no answer of a call/, "the reply is not whole");
  assert.throws(times('> wake me up\ncall   {"api":\nreply  Sure!\n'), SyntaxError);
});

test.run();
