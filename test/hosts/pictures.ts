// npm run demo:pictures: the example page with a conversation in it, as a telephone and a desk's screen show it, light and dark,
// into docs/pictures/page-*.png. Needs Chromium, and what test/hosts/package.json lists.

import { join } from "node:path";
import { answers, ready, schemes, startDemo, viewports } from "./example-page.js";
import { findChromium } from "./find.js";
import { root } from "./packed.js";

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("demo:pictures: there is no Chromium on PATH; apt-get install chromium");
  process.exit(1);
}
const { chromium } = await import("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const demo = await startDemo(root);
try {
  for (const viewport of viewports) {
    for (const colorScheme of schemes) {
      const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: viewport.width < 900 ? 2 : 1 });
      await page.goto(demo.address);
      await page.waitForFunction(ready);
      for (const [at, request] of ["Wake me up at quarter past six in the evening", "rather half past"].entries()) {
        await page.fill("#prompt", request);
        await page.press("#prompt", "Enter");
        await page.waitForFunction(answers(at + 1));
      }
      const path = join(root, "docs", "pictures", `page-${viewport.width}${colorScheme === "dark" ? "-dark" : ""}.png`);
      await page.screenshot({ path });
      console.log(`wrote ${path}`);
      await page.close();
    }
  }
} finally {
  demo.close();
  await browser.close();
}
