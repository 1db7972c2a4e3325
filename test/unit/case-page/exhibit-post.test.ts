import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PostText } from "#components/case/exhibit-post";

test.each([
  ["@someone بلدية واحة سراب ترفع الرسوم", "rtl"],
  ["RT @someone: قاطعوا الآن", "rtl"],
  ["@someone the fee is the same", "ltr"],
])("a post is set in the direction of its words, not of the handle before them: %s", (text, direction) => {
  const html = renderToStaticMarkup(createElement(PostText, { post: { text, language: null } }));
  expect(html).toContain(`dir="${direction}"`);
});
