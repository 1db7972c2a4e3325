import { BUNDLE } from "#lib/core/evidence/bundle-layout";

/** The steps of checking a bundle with `unzip`, `sha256sum` and `openssl`, in order. */
export const BY_HAND_STEPS = [
  "unpack",
  "lists",
  "manifest",
  "added",
  "signature",
  "key",
  "time",
  "recording",
  "custody",
  "state",
] as const;
export type ByHandStep = (typeof BY_HAND_STEPS)[number];

/**
 * The commands of each step, for a POSIX shell: the page, the text in every bundle and the test that runs them have them
 * from here. Every step ends with an exit status other than 0 when it fails. They need no editing: the zip lies alone in
 * a folder, and names are found by pattern.
 */
export const BY_HAND_COMMANDS: Record<ByHandStep, string> = {
  unpack: ["unzip -tq daleel-*.zip; whole=$?", "unzip -q daleel-*.zip", 'cd daleel-*/ && [ "$whole" = 0 ]'].join("\n"),

  lists: "sha256sum --check --strict manifest-sha256.txt tagmanifest-sha256.txt",

  // The manifest is one line of JSON with its keys in order, so name and hash of a file stand one after the other.
  manifest: `rest=$(cat ${BUNDLE.manifest})
while [ "\${rest#*\\"name\\":\\"}" != "$rest" ]; do
  rest=\${rest#*\\"name\\":\\"}; name=\${rest%%\\"*}
  rest=\${rest#*\\"sha256\\":\\"}; echo "\${rest%%\\"*}  data/$name"
done | sha256sum --check --strict`,

  added: `added=0
for file in data/* data/.[!.]*; do
  [ "$file" = ${BUNDLE.manifest} ] || [ ! -e "$file" ] && continue
  hash=$(sha256sum < "$file")
  case "$(cat ${BUNDLE.manifest})" in
    *"\\"sha256\\":\\"\${hash%% *}\\""*) ;;
    *) echo "$file: NOT IN THE MANIFEST"; added=1 ;;
  esac
done
[ "$added" = 0 ] && echo "nothing was added"`,

  signature: `openssl pkeyutl -verify -pubin -inkey ${BUNDLE.manifestKey} -rawin \\
  -in ${BUNDLE.manifest} -sigfile ${BUNDLE.signature}`,

  key: `hash=$(openssl pkey -pubin -in ${BUNDLE.manifestKey} -outform DER | sha256sum)
echo "\${hash%% *}"
case "$(cat ${BUNDLE.manifest})" in
  *"\\"fingerprint\\":\\"\${hash%% *}\\""*) echo "the manifest names this key" ;;
  *) echo "the manifest names ANOTHER key"; false ;;
esac`,

  time: `failed=0
for token in proof/manifest-*.tsr; do
  [ -e "$token" ] || { echo "no authority stamped this capture"; continue; }
  host=\${token#proof/manifest-}; host=\${host%.tsr}
  openssl ts -reply -in "$token" -text
  openssl ts -verify -data ${BUNDLE.manifest} -in "$token" -CAfile "proof/authorities/$host.pem" || failed=1
done
[ "$failed" = 0 ]`,

  recording: `failed=0
if [ ! -e data/capture.wacz ]; then echo "this capture has no recording"; else
  unzip -tq data/capture.wacz || failed=1
  hash=$(unzip -p data/capture.wacz datapackage.json | sha256sum)
  case "$(unzip -p data/capture.wacz datapackage-digest.json)" in
    *"sha256:\${hash%% *}"*) echo "the recording's own list fits" ;;
    *) echo "the recording's own list does NOT fit"; failed=1 ;;
  esac
fi
[ "$failed" = 0 ]`,

  custody: `failed=0
if [ ! -e ${BUNDLE.custody} ]; then echo "this copy has no lines of the custody log"; else
  head=0; signed=
  if [ -e ${BUNDLE.headStatement} ]; then
    head=$(cat ${BUNDLE.headStatement}); head=\${head#*\\"seq\\":\\"}; head=\${head%%\\"*}
    signed=$(cat ${BUNDLE.custodyPath})
  fi
  while IFS= read -r event; do
    hash=$(printf %s "$event" | sha256sum)
    seq=\${event##*\\"seq\\":\\"}; seq=\${seq%%\\"*}
    case "$signed" in
      *"event \${hash%% *}"*) echo "event $seq: unchanged" ;;
      *) if [ "$seq" -gt "$head" ]; then echo "event $seq: newer than the signed state"
         else echo "event $seq: CHANGED"; failed=1; fi ;;
    esac
  done < ${BUNDLE.custody}
  hash=$(sha256sum < ${BUNDLE.manifest})
  case "$(cat ${BUNDLE.custody})" in
    *"\\"manifestSha256\\":\\"\${hash%% *}\\""*) echo "the log recorded this manifest" ;;
    *) echo "the log recorded ANOTHER manifest"; failed=1 ;;
  esac
fi
[ "$failed" = 0 ]`,

  state: `failed=0
if [ ! -e ${BUNDLE.headStatement} ]; then echo "this copy has no signed state of the log"; else
  openssl pkeyutl -verify -pubin -inkey ${BUNDLE.headKey} -rawin \\
    -in ${BUNDLE.headStatement} -sigfile ${BUNDLE.headSignature} || failed=1
  while read -r word hash; do
    case $word in
      event) found=$(printf 'leaf %s' "$hash" | sha256sum) ;;
      left) found=$(printf 'node %s %s' "$hash" "\${found%% *}" | sha256sum) ;;
      right) found=$(printf 'node %s %s' "\${found%% *}" "$hash" | sha256sum) ;;
      root)
        case "$(cat ${BUNDLE.headStatement})" in
          *"\\"root\\":\\"\${found%% *}\\""*) echo "under the signed state" ;;
          *) echo "NOT under the signed state"; failed=1 ;;
        esac ;;
    esac
  done < ${BUNDLE.custodyPath}
fi
[ "$failed" = 0 ]`,
};
