import Link from "next/link";
import type { PhrasingName } from "#lib/core/spread/views";
import { textDirection } from "#lib/core/text/direction";
import type { Locale } from "#lib/i18n/locales";

type Props = { locale: Locale; phrasing: PhrasingName };

/** The words of a phrasing, in their own direction and cut to two lines, leading to its page. */
export function PhrasingText({ locale, phrasing }: Props) {
  return (
    <Link
      href={`/${locale}/desk/phrasings/${phrasing.id}`}
      prefetch={false}
      dir={textDirection(phrasing.text)}
      className="line-clamp-2 min-w-48 text-start wrap-anywhere underline decoration-hairline underline-offset-4 hover:decoration-stamp"
    >
      {phrasing.text}
    </Link>
  );
}
