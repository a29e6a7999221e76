// The formats of JSON Schema that a grammar can hold exactly, as GBNF for the content of a string. Sources: RFC 3339 for
// dates and times (proleptic Gregorian calendar, leap years counted; the leap second :60 is left out), RFC 4122 for UUIDs,
// RFC 2673 section 3.2 for IPv4 addresses.

const leapYear = '([0-9]{2} ("0" [48] | [2468] [048] | [13579] [26]) | ("0" [048] | [2468] [048] | [13579] [26]) "00")';
const day28 = '("0" [1-9] | "1" [0-9] | "2" [0-8])';
const date =
  `([0-9]{4} "-" (("0" [13578] | "1" [02]) "-" (${day28} | "29" | "3" [01]) | ("0" [469] | "11") "-" (${day28} | "29" | "30") | ` +
  `"02-" ${day28}) | ${leapYear} "-02-29")`;
const clock = '([01] [0-9] | "2" [0-3]) ":" [0-5] [0-9]';
const time = `${clock} ":" [0-5] [0-9] ("." [0-9]{1,9})? ("Z" | ("+" | "-") ${clock})`;
const byte = '("25" [0-5] | "2" [0-4] [0-9] | "1" [0-9]{2} | [1-9] [0-9] | [0-9])';

/** Format -> the strings that have it. */
export const formats: Readonly<Record<string, string>> = {
  date,
  time,
  "date-time": `${date} "T" ${time}`,
  uuid: '[0-9a-fA-F]{8} ("-" [0-9a-fA-F]{4}){3} "-" [0-9a-fA-F]{12}',
  ipv4: `${byte} ("." ${byte}){3}`,
};
