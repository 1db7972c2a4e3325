"use client";

import { BilingualPage } from "#components/frame/bilingual-page";
import { Button } from "#components/ui/button";
import { common as commonAr } from "#lib/i18n/messages/ar/common";
import { frame as frameAr } from "#lib/i18n/messages/ar/frame";
import { common as commonEn } from "#lib/i18n/messages/en/common";
import { frame as frameEn } from "#lib/i18n/messages/en/frame";
import "./globals.css";

/** Even the frame broke: a page that needs nothing but itself. */
export default function GlobalError({ retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const side = (frame: typeof frameEn, common: typeof commonEn) => ({
    title: frame.errorTitle,
    body: frame.errorPublic,
    action: (
      <Button variant="primary" icon="retry" onClick={retry}>
        {common.actions.retry}
      </Button>
    ),
  });
  return <BilingualPage en={side(frameEn, commonEn)} ar={side(frameAr, commonAr)} />;
}
