import type { Locale } from "#lib/i18n/locales";
import { about as aboutAr } from "#lib/i18n/messages/ar/about";
import { byHand as byHandAr } from "#lib/i18n/messages/ar/by-hand";
import { captures as capturesAr } from "#lib/i18n/messages/ar/captures";
import { cases as casesAr } from "#lib/i18n/messages/ar/cases";
import { charts as chartsAr } from "#lib/i18n/messages/ar/charts";
import { checks as checksAr } from "#lib/i18n/messages/ar/checks";
import { common as commonAr } from "#lib/i18n/messages/ar/common";
import { copies as copiesAr } from "#lib/i18n/messages/ar/copies";
import { errors as errorsAr } from "#lib/i18n/messages/ar/errors";
import { evidence as evidenceAr } from "#lib/i18n/messages/ar/evidence";
import { frame as frameAr } from "#lib/i18n/messages/ar/frame";
import { home as homeAr } from "#lib/i18n/messages/ar/home";
import { lines as linesAr } from "#lib/i18n/messages/ar/lines";
import { people as peopleAr } from "#lib/i18n/messages/ar/people";
import { phrasings as phrasingsAr } from "#lib/i18n/messages/ar/phrasings";
import { platforms as platformsAr } from "#lib/i18n/messages/ar/platforms";
import { postDetails as postDetailsAr } from "#lib/i18n/messages/ar/post-details";
import { proof as proofAr } from "#lib/i18n/messages/ar/proof";
import { reader as readerAr } from "#lib/i18n/messages/ar/reader";
import { replay as replayAr } from "#lib/i18n/messages/ar/replay";
import { search as searchAr } from "#lib/i18n/messages/ar/search";
import { searchSettings as searchSettingsAr } from "#lib/i18n/messages/ar/search-settings";
import { signals as signalsAr } from "#lib/i18n/messages/ar/signals";
import { spread as spreadAr } from "#lib/i18n/messages/ar/spread";
import { submit as submitAr } from "#lib/i18n/messages/ar/submit";
import { supplied as suppliedAr } from "#lib/i18n/messages/ar/supplied";
import { time as timeAr } from "#lib/i18n/messages/ar/time";
import { about as aboutEn } from "#lib/i18n/messages/en/about";
import { byHand as byHandEn } from "#lib/i18n/messages/en/by-hand";
import { captures as capturesEn } from "#lib/i18n/messages/en/captures";
import { cases as casesEn } from "#lib/i18n/messages/en/cases";
import { charts as chartsEn } from "#lib/i18n/messages/en/charts";
import { checks as checksEn } from "#lib/i18n/messages/en/checks";
import { common as commonEn } from "#lib/i18n/messages/en/common";
import { copies as copiesEn } from "#lib/i18n/messages/en/copies";
import { errors as errorsEn } from "#lib/i18n/messages/en/errors";
import { evidence as evidenceEn } from "#lib/i18n/messages/en/evidence";
import { frame as frameEn } from "#lib/i18n/messages/en/frame";
import { home as homeEn } from "#lib/i18n/messages/en/home";
import { lines as linesEn } from "#lib/i18n/messages/en/lines";
import { people as peopleEn } from "#lib/i18n/messages/en/people";
import { phrasings as phrasingsEn } from "#lib/i18n/messages/en/phrasings";
import { platforms as platformsEn } from "#lib/i18n/messages/en/platforms";
import { postDetails as postDetailsEn } from "#lib/i18n/messages/en/post-details";
import { proof as proofEn } from "#lib/i18n/messages/en/proof";
import { reader as readerEn } from "#lib/i18n/messages/en/reader";
import { replay as replayEn } from "#lib/i18n/messages/en/replay";
import { search as searchEn } from "#lib/i18n/messages/en/search";
import { searchSettings as searchSettingsEn } from "#lib/i18n/messages/en/search-settings";
import { signals as signalsEn } from "#lib/i18n/messages/en/signals";
import { spread as spreadEn } from "#lib/i18n/messages/en/spread";
import { submit as submitEn } from "#lib/i18n/messages/en/submit";
import { supplied as suppliedEn } from "#lib/i18n/messages/en/supplied";
import { time as timeEn } from "#lib/i18n/messages/en/time";

const DICTIONARIES = {
  en: {
    about: aboutEn,
    byHand: byHandEn,
    captures: capturesEn,
    cases: casesEn,
    charts: chartsEn,
    checks: checksEn,
    common: commonEn,
    copies: copiesEn,
    errors: errorsEn,
    evidence: evidenceEn,
    frame: frameEn,
    home: homeEn,
    lines: linesEn,
    people: peopleEn,
    postDetails: postDetailsEn,
    proof: proofEn,
    phrasings: phrasingsEn,
    platforms: platformsEn,
    reader: readerEn,
    replay: replayEn,
    search: searchEn,
    searchSettings: searchSettingsEn,
    signals: signalsEn,
    spread: spreadEn,
    submit: submitEn,
    time: timeEn,
    supplied: suppliedEn,
  },
  ar: {
    about: aboutAr,
    byHand: byHandAr,
    captures: capturesAr,
    cases: casesAr,
    charts: chartsAr,
    checks: checksAr,
    common: commonAr,
    copies: copiesAr,
    errors: errorsAr,
    evidence: evidenceAr,
    frame: frameAr,
    home: homeAr,
    lines: linesAr,
    people: peopleAr,
    postDetails: postDetailsAr,
    proof: proofAr,
    phrasings: phrasingsAr,
    platforms: platformsAr,
    reader: readerAr,
    replay: replayAr,
    search: searchAr,
    searchSettings: searchSettingsAr,
    signals: signalsAr,
    spread: spreadAr,
    submit: submitAr,
    time: timeAr,
    supplied: suppliedAr,
  },
};

/** All words of one language, by area. Typed: an area or key that one language lacks does not compile. */
export function messages(locale: Locale): (typeof DICTIONARIES)["en"] {
  return DICTIONARIES[locale];
}
