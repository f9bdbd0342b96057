/**
 * What a person sees of a wrong total, one test each: the line below it and in the Problems panel, the lightbulb, the
 * hover with the sums, the outline. `place(workbench)` puts a report into the folder that is not among the samples.
 */
export function testsOfWrongTotal({ name, report, line, column, right, sums, needs, place = () => {}, pictures = '' }) {
  const open = (workbench) => {
    place(workbench);
    return workbench.openAtMistake(report, line, column);
  };
  const picture = (workbench, shows) => workbench.picture(`${pictures}${shows}`);
  const tests = [
    {
      title: 'the wrong total is underlined and listed in the Problems panel',
      async run(workbench) {
        await open(workbench);
        const problems = await workbench.showProblems(report.slice(0, 12));
        const there = problems.filter({ hasText: `[Ln ${line}, Col ${column}]` });
        await there.filter({ hasText: right }).first().waitFor();
        await picture(workbench, 'problems');
      },
    },
    {
      title: `the lightbulb offers ${right}`,
      async run(workbench) {
        await open(workbench);
        await workbench.openLightbulb(right);
        await picture(workbench, 'lightbulb');
      },
    },
    {
      title: `the hover says ${sums}`,
      async run(workbench) {
        await open(workbench);
        await workbench.showHover(sums);
        await picture(workbench, 'hover');
      },
    },
    {
      title: 'the outline has six sections',
      async run(workbench) {
        await open(workbench);
        const outline = await workbench.showOutline();
        for (const number of ['一、', '二、', '三、', '四、', '五、', '六、']) {
          await outline.filter({ hasText: number }).first().waitFor();
        }
        await picture(workbench, 'outline');
      },
    },
  ];
  return tests.map((test) => ({ ...test, needs, title: `${name}: ${test.title}` }));
}
