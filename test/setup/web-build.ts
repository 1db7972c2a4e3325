import { buildWeb, isWebBuilt } from "#lib/cli/run/build-web";

/** The production build, once before all: files that start archives beside each other would make it at the same time. */
export default async function setup() {
  if (!(await isWebBuilt())) await buildWeb();
}
