import { href, segment } from "../../address";

/** The address of a report as it was read, at the claim that tells a fact. */
export function inReport(report: string, fact?: string): string {
  return href(`/read/${segment(report)}`, fact ? { "view.claim": fact } : {});
}
