import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Names that pages ask for and a bare server lacks; without a face for them Chromium takes any, even the emoji. */
const GENERIC = ["sans-serif", "serif", "system-ui", "Arial", "Helvetica", "Times New Roman", "Times", "Tahoma"];

/**
 * Writes a fontconfig file into a browser's profile folder: the bundled fonts first, then whatever the system has.
 * Generic families lead to the bundled faces, so that the same page looks the same on every machine. Arabic without
 * a language of its own is drawn in Naskh: left alone, fontconfig takes the first face with the letters, Nastaliq.
 * @returns its path, for FONTCONFIG_FILE.
 */
export async function writeFontConfig(profileFolder: string, fontsFolder: string): Promise<string> {
  const families = ["Open Sans", "Noto Naskh Arabic", "Noto Color Emoji"];
  const prefer = families.map((family) => `<family>${family}</family>`).join("");
  const generic = (name: string) => `<alias><family>${name}</family><prefer>${prefer}</prefer></alias>`;
  const append = (family: string) =>
    `<edit name="family" mode="append_last" binding="weak"><string>${family}</string></edit>`;
  const path = join(profileFolder, "fonts.conf");
  const xml = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${escapeXml(fontsFolder)}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${escapeXml(join(profileFolder, "font-cache"))}</cachedir>
  ${GENERIC.map(generic).join("\n  ")}
  <match target="pattern">
    <test name="lang" compare="contains"><string>ur</string></test>
    ${append("Noto Nastaliq Urdu")}
  </match>
  <match target="pattern">${["Open Sans", "Noto Naskh Arabic"].map(append).join("")}</match>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;
  await writeFile(path, xml, { mode: 0o644 });
  return path;
}

const escapeXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
