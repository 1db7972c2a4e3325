import { expect, test } from "vitest";
import { readBody } from "#lib/http";
import { canonicalRevision } from "#lib/services/cases/canonical-revision";
import { POST as signIn } from "../../app/api/auth/[...nextauth]/route";
import { POST as revalidate } from "../../app/api/internal/revalidate/route";

/** A body that goes on for as long as somebody reads, and how much of it was read. */
function endless() {
  const sent = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent.bytes += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  return {
    sent,
    request: new Request("http://localhost:3000/", { method: "POST", body, duplex: "half" } as RequestInit),
  };
}

test.each([
  ["revalidation", revalidate],
  ["sign-in", (request: Request) => signIn(request, { params: Promise.resolve({ nextauth: ["callback"] }) })],
])("%s reads no further than it must", async (_, post) => {
  const { sent, request } = endless();
  const answer = await post(request);
  expect([answer.status, sent.bytes < 1_000_000]).toEqual([400, true]);
});

test("a body that says it is too long is not read at all, one of the right length is read whole", async () => {
  const { sent, request } = endless();
  request.headers.set("content-length", "1001");
  await expect(readBody(request, 1_000)).rejects.toMatchObject({ code: "bad_input" });
  expect(sent.bytes).toBeLessThanOrEqual(65_536);
  const exact = new Request("http://localhost:3000/", { method: "POST", body: "é".repeat(500) });
  expect(await readBody(exact, 1_000)).toBe("é".repeat(500));
});

test("nonsense as a slug is no revision", async () => {
  for (const slug of ["\u0000", "..", "a".repeat(100_000)]) {
    await expect(canonicalRevision(slug, 1)).rejects.toMatchObject({ code: "not_found" });
  }
});
