import { Card } from "#components/ui/card";
import { Notice } from "#components/ui/notice";
import type { Locale } from "#lib/i18n/locales";
import { messages } from "#lib/i18n/messages";
import type { ProofSettings } from "#lib/services/proof/get-proof-settings";
import { AskAgain } from "./ask-again";
import { AuthorityRow } from "./authority-row";

type Props = { locale: Locale } & Pick<ProofSettings, "authorities" | "roots">;

/** The timestamp authorities, which roots they must chain to, and a way not to wait. */
export function Authorities({ locale, authorities, roots }: Props) {
  const words = messages(locale).proof.settings;
  const isWaiting = authorities.some(({ pending }) => pending > 0);
  return (
    <Card
      title={words.authoritiesTitle}
      aside={isWaiting && <AskAgain locale={locale} label={words.askAgain} done={words.askAgainDone} />}
    >
      {!authorities.some(({ isInSettings }) => isInSettings) ? (
        <Notice tone="warn">{words.none}</Notice>
      ) : (
        <p className="max-w-measure text-base text-ink-soft">
          {roots.kind === "node" && words.rootsOfNode}
          {roots.kind === "named" && words.rootsNamed}
        </p>
      )}
      {roots.kind === "wrong" && (
        <Notice tone="bad" title={words.rootsWrong}>
          <bdi dir="ltr" className="break-words">
            {roots.message}
          </bdi>
        </Notice>
      )}
      <ul className="mt-2">
        {authorities.map((entry) => (
          <AuthorityRow key={entry.authority} locale={locale} entry={entry} />
        ))}
      </ul>
    </Card>
  );
}
