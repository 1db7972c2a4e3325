import { findAxeViolations, openBrowser, scrollsSideways } from "#test/setup/reader-browser";

const [origin = "", email = "", password = "", out = "", ...paths] = process.argv.slice(2);
const { browser, close } = await openBrowser();
const page = await (await browser.createBrowserContext()).newPage();
await page.goto(`${origin}/en/sign-in`, { waitUntil: "networkidle0" });
await page.type("input[name=email]", email);
await page.type("input[name=password]", password);
await page.click("button[type=submit]");
await page.waitForFunction(() => location.pathname.endsWith("/desk"));
let n = 0;
for (const spec of paths) {
  const [path = "", ...acts] = spec.split("@@");
  for (const locale of ["en", "ar"]) {
    for (const width of [1440, 390]) {
      await page.setViewport({ width, height: 900 });
      const answer = await page.goto(`${origin}/${locale}${path}`, { waitUntil: "networkidle0" });
      for (const act of acts) await page.evaluate(act);
      await new Promise((r) => setTimeout(r, 400));
      const violations = await findAxeViolations(page);
      const side = await scrollsSideways(page);
      const file = `${out}/${n}-${locale}-${width}.png`;
      const h = await page.evaluate(() => Math.min(6000, document.documentElement.scrollHeight));
      await page.setViewport({ width, height: h });
      await new Promise((r) => setTimeout(r, 250));
      await page.screenshot({ path: file as `${string}.png` });
      console.log(file, answer?.status(), page.url().slice(0, 120), side ? "SIDEWAYS" : "", violations.join("\n"));
    }
  }
  n++;
}
await close();
