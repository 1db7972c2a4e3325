import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { holdsInternalSignature, signInternal } from "#lib/auth/internal-signature";
import { setEnv } from "#lib/env";

describe("internal signatures", () => {
  beforeAll(() => setEnv({ NEXTAUTH_SECRET: "a-secret-of-this-installation-0123456789" }));

  it("hold for the body they were made for, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (body) => {
        expect(holdsInternalSignature("daleel revalidate", body, signInternal("daleel revalidate", body))).toBe(true);
      }),
    );
  });

  it("do not hold for another body, another secret, a cut or a missing signature", () => {
    const signature = signInternal("daleel revalidate", '{"slug":"a"}');
    expect(holdsInternalSignature("daleel revalidate", '{"slug":"b"}', signature)).toBe(false);
    expect(holdsInternalSignature("daleel revalidate", '{"slug":"a"}', signature.slice(0, -2))).toBe(false);
    expect(holdsInternalSignature("daleel revalidate", '{"slug":"a"}', null)).toBe(false);
    setEnv({ NEXTAUTH_SECRET: "another-secret-of-some-installation-0123" });
    expect(holdsInternalSignature("daleel revalidate", '{"slug":"a"}', signature)).toBe(false);
  });
});
