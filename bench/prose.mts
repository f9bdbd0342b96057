/** A paragraph without any number. */
export const paragraph =
  '全年围绕中心工作，及时公开重点领域信息，回应社会关切，规范栏目设置，健全制度，加强培训，做好审核把关，提升公开质量。\n';

/** A report with so many paragraphs before the second section, where real reports have their longest prose; with none where it is negative. */
export function withProse(report: string, paragraphs: number): string {
  const prose = paragraph.repeat(Math.max(0, paragraphs));
  const at = report.search(/^.{0,6}主动公开政府信息情况/m);
  return at < 0 ? report + prose : report.slice(0, at) + prose + report.slice(at);
}
