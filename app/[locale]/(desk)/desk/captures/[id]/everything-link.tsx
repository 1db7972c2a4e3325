import Link from "next/link";
import { accountHref, hashtagHref } from "#components/spread/spread-href";
import { Icon } from "#components/ui/icon";
import type { RecognisedSource } from "#lib/core/captures/types";
import { foldHashtag } from "#lib/core/text/fold";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";

type Props = { locale: Locale; source: Pick<RecognisedSource, "kind" | "platform" | "label"> };

/** From the capture of a hashtag or account to everything the archive holds of it. */
export function EverythingLink({ locale, source: { kind, platform, label } }: Props) {
  const { spread } = messages(locale);
  if (kind !== "hashtag" && kind !== "account") return null;
  const isHashtag = kind === "hashtag";
  return (
    <p className="mt-3">
      <Link
        href={
          isHashtag
            ? hashtagHref(locale, foldHashtag(label))
            : accountHref(locale, { platform, handle: label.replace(/^@/, "") })
        }
        prefetch={false}
        className="inline-flex items-center gap-1.5 prose-link"
      >
        <Icon name={isHashtag ? "hashtag" : "people"} className="size-4" />
        {isHashtag ? spread.hashtags.link : spread.accountPages.link}
      </Link>
    </p>
  );
}
