// Processor time of a process and all that it started, on Linux: so that an engine which keeps a core busy while others
// are measured is found out.

import { readdirSync, readFileSync } from "node:fs";

/** Seconds of user and system time, or undefined where there is no /proc. */
export function cpuSeconds(pid: number): number | undefined {
  const parents = new Map<number, number>();
  const ticks = new Map<number, number>();
  try {
    for (const name of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      let stat: string;
      try {
        stat = readFileSync(`/proc/${name}/stat`, "utf8");
      } catch {
        continue; // ended meanwhile
      }
      // proc(5): fields from the third on follow the command's name in parentheses; 4 parent, 14 user, 15 system time
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      parents.set(Number(name), Number(fields[1]));
      ticks.set(Number(name), Number(fields[11]) + Number(fields[12]));
    }
  } catch {
    return undefined;
  }
  const belongs = (process: number | undefined): boolean =>
    process === pid || (process !== undefined && process > 1 && belongs(parents.get(process)));
  const total = [...ticks].reduce((sum, [process, own]) => (belongs(process) ? sum + own : sum), 0);
  return total / 100; // Linux reports hundredths of a second to every program
}
