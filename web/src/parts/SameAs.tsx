/** The same answer for programs: the data of this address, and how to ask for it elsewhere. */
import { dataAddress, useAddress } from "../address";
import { asked } from "../asking";
import { announce } from "../shell/live";
import { token } from "../token";

interface Props {
  /** What to copy: a line of the command, of Python, of curl. */
  command?: string | undefined;
  python?: string | undefined;
  curl?: string | undefined;
  csv?: boolean;
}

export function SameAs({ command, python, curl, csv = true }: Props) {
  const here = useAddress();
  const json = dataAddress(here, ".json");
  const asCurl = curl ?? `curl '${location.origin}${json.replaceAll("'", "%27")}'`;
  return (
    <section class="same-as" aria-label="The same for programs">
      <span class="muted">This page as</span>
      <Data address={json} name=".json" />
      {csv && <Data address={dataAddress(here, ".csv")} name=".csv" />}
      <span class="muted">copy as</span>
      {command && <Copy name="command" text={command} />}
      {python && <Copy name="Python" text={python} />}
      <Copy name="curl" text={asCurl} />
    </section>
  );
}

function Data({ address, name }: { address: string; name: string }) {
  // A service that is open to other machines wants its token also here, and a plain link shows none.
  const save = async (event: MouseEvent) => {
    if (!token()) return;
    event.preventDefault();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await (await asked(address)).blob());
    link.download = address.split("?", 1)[0]?.split("/").pop() ?? name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <a href={address} download="" onClick={save}>
      {name}
    </a>
  );
}

function Copy({ name, text }: { name: string; text: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    announce(`copied as ${name}`);
  };
  return (
    <button type="button" class="plain" title={text} onClick={copy}>
      {name}
    </button>
  );
}
