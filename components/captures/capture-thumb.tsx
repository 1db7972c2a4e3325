import { cx } from "#components/ui/cx";
import { Icon } from "#components/ui/icon";
import type { CapturePicture } from "#lib/core/captures/views";

/** The top of a capture's picture, small. Decoration: the words beside it say what it is. */
export function CaptureThumb({ picture, className }: { picture: CapturePicture | null; className?: string }) {
  const box = cx("block h-12 w-16 shrink-0 overflow-hidden border border-hairline bg-wash", className);
  if (!picture) {
    return (
      <span className={cx(box, "grid place-items-center text-ink-faint")}>
        <Icon name="image" />
      </span>
    );
  }
  return (
    <span className={box}>
      <img
        src={`/api/artifacts/${picture.artifactId}?w=160`}
        alt=""
        width={160}
        height={120}
        loading="lazy"
        decoding="async"
        className={cx("size-full", isWide(picture) ? "object-contain" : "object-cover object-top")}
      />
    </span>
  );
}

/** A post's crop is shown whole; of a tall page only the top can be made out. */
function isWide({ width, height }: CapturePicture): boolean {
  return width !== null && height !== null && width > (height * 4) / 3;
}
