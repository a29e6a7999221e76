// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: arguments and answers, not constants
// exp and log must be the same on every engine, and good enough that nobody has to know they are not Math's. The answers
// were computed with 60 digits and rounded once; sums of hashes pin the bits.

import fc from "fast-check";
import { suite } from "uvu";
import * as assert from "uvu/assert";
import { portableExp, portableLog } from "../../src/text/portable-math.js";

const test = suite("portable math");

/** x, e^x and ln x rounded from 60 digits. */
const answers: readonly (readonly [number, number, number])[] = [
  [1e-300, 1.0, -690.7755278982137],
  [1e-9, 1.000000001, -20.72326583694641],
  [0.001, 1.0010005001667084, -6.907755278982137],
  [0.1, 1.1051709180756477, -2.3025850929940455],
  [0.3, 1.3498588075760032, -1.2039728043259361],
  [0.34657359027997264, 1.414213562373095, -1.0596601011416096],
  [0.5, 1.6487212707001282, -0.6931471805599453],
  [0.6931471805599453, 2.0, -0.36651292058166435],
  [0.9999999999999999, 2.718281828459045, -1.1102230246251565e-16],
  [1, 2.718281828459045, 0.0],
  [1.0000000000000002, 2.718281828459046, 2.2204460492503128e-16],
  [1.4142135623730951, 4.1132503787829275, 0.3465735902799727],
  [1.5, 4.4816890703380645, 0.4054651081081644],
  [2, 7.38905609893065, 0.6931471805599453],
  [2.718281828459045, 15.154262241479262, 1.0],
  [3.14, 23.103866858722185, 1.144222799920162],
  [7.25, 1408.1048482046956, 1.9810014688665833],
  [10, 22026.465794806718, 2.302585092994046],
  [33.3, 289738526663660.5, 3.505557396986398],
  [88.7, 3.325986980250579e38, 4.485259889315534],
  [100, 2.6881171418161356e43, 4.605170185988092],
  [250.125, 4.2452892509087776e108, 5.521960792903897],
  [500.5, 2.314132344963141e217, 6.215607598755275],
  [700.25, 1.3022997366991783e304, 6.551437414140218],
];

const within = (value: number, exact: number, message: string): void => {
  assert.ok(Math.abs(value - exact) <= 2.3e-16 * Math.abs(exact), `${message}: ${value}, expected ${exact}`);
};

test("exp and log are within one unit in the last place of 60-digit arithmetic", () => {
  for (const [x, exp, log] of answers) {
    within(portableExp(x), exp, `exp(${x})`);
    within(portableExp(-x), 1 / exp, `exp(${-x})`);
    within(portableLog(x), log, `log(${x})`);
  }
});

test("exp and log agree with Math's, itself good to a unit, over their whole range", () => {
  fc.assert(
    fc.property(fc.double({ min: -708, max: 709.7, noNaN: true }), (x) => {
      assert.ok(Math.abs(portableExp(x) / Math.exp(x) - 1) <= 4.5e-16, `exp(${x})`);
    }),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }), (x) => {
      assert.ok(Math.abs(portableLog(x) - Math.log(x)) <= 4.5e-16 * Math.abs(Math.log(x)), `log(${x})`);
    }),
    { numRuns: 2000 },
  );
});

test("the ends of the range are what a caller expects", () => {
  assert.is(portableExp(0), 1);
  assert.is(portableExp(Number.NEGATIVE_INFINITY), 0);
  assert.is(portableExp(-746), 0);
  assert.is(portableExp(-745), 5e-324);
  assert.is(portableExp(710), Number.POSITIVE_INFINITY);
  assert.is(portableExp(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
  assert.ok(Number.isNaN(portableExp(Number.NaN)));
  assert.is(portableLog(1), 0);
  assert.is(portableLog(0), Number.NEGATIVE_INFINITY);
  assert.is(portableLog(Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY);
  assert.ok(Number.isNaN(portableLog(-1)));
  assert.ok(Number.isNaN(portableLog(Number.NaN)));
});

test("not a bit differs between engines", () => {
  // A change here changes what a seed means for every user.
  const bits = new DataView(new ArrayBuffer(8));
  let hash = 0;
  const add = (value: number): void => {
    bits.setFloat64(0, value);
    hash = Math.imul(hash ^ bits.getUint32(0), 0x01000193);
    hash = Math.imul(hash ^ bits.getUint32(4), 0x01000193);
  };
  for (let i = 0; i < 20000; i++) {
    add(portableExp((i - 10000) / 14));
    add(portableLog((i + 1) / 337));
  }
  assert.is(hash >>> 0, 781746070);
});

test.run();
