import { useState } from "preact/hooks";
import { href, navigate, segment, useAddress } from "../../address";
import { useAsked } from "../../asking";
import type { ReadPage as Data } from "../../contract/pages";
import { ErrorLine } from "../../parts/ErrorLine";
import { Loading } from "../../parts/Loading";
import { useTitle } from "../../shell/title";
import { AnnotatedReport } from "./AnnotatedReport";
import { Bring } from "./Bring";
import { forgetSent, lastSent } from "./sent";
import "./read.css";

/** A report with what it tells: a kept one at its address, or one that is brought. */
export default function ReadPage() {
  const { path, query } = useAddress();
  const id = path.split("/")[2];
  const known = query.get("known_at");
  const asked = id ? `/read/${id}.json${known ? `?${new URLSearchParams({ known_at: known })}` : ""}` : null;
  return asked ? <Kept address={asked} /> : <Brought />;
}

function Kept({ address }: { address: string }) {
  const { data, problem, again } = useAsked<Data>(address);
  const title = data ? titleOf(data) : "Report";
  useTitle(title);
  if (problem && !data) {
    return (
      <>
        <h1>No report to show</h1>
        <ErrorLine problem={problem} again={again} />
        <p>
          <a href={href("/read")}>Pick another, or read a new one</a>
        </p>
      </>
    );
  }
  if (!data) return <Loading what="the report" />;
  return (
    <>
      {problem && <ErrorLine problem={problem} again={again} />}
      <AnnotatedReport key={data.reading.report.id} title={title} data={data} />
    </>
  );
}

function Brought() {
  const [unkept, setUnkept] = useState(lastSent);
  const title = unkept ? titleOf(unkept) : "Read";
  useTitle(unkept ? `${title} (not kept)` : title);
  if (!unkept) return <Bring read={setUnkept} />;
  const data: Data = { reading: unkept.reading, kept: false, copies: [], records: {} };
  return (
    <AnnotatedReport
      key={unkept.reading.report.id}
      title={title}
      data={data}
      unkept={{
        sent: unkept.sent,
        leave: () => {
          forgetSent();
          setUnkept(null);
        },
        kept: (report) => {
          forgetSent();
          navigate(`/read/${segment(report)}`);
        },
      }}
    />
  );
}

function titleOf({ reading }: Pick<Data, "reading">): string {
  return reading.report.title ?? reading.report.text.trim().split("\n", 1)[0]?.slice(0, 90) ?? "Report";
}
