/** An instruction and what it last gave in, the runs of a complex field out (ECMA-376 part 1, 17.16.18). */
import { type IRunOptions, Run, TextRun, XmlAttributeComponent, XmlComponent } from "docx";

/** Unlike a simple field, it is read by programs that know no fields too: they show what it last gave. */
export function fieldRuns(instruction: string, result: IRunOptions): Run[] {
  return [
    runOf(new FieldCharacter("begin")),
    runOf(new Instruction(instruction)),
    runOf(new FieldCharacter("separate")),
    new TextRun(result),
    runOf(new FieldCharacter("end")),
  ];
}

function runOf(part: XmlComponent): Run {
  const run = new Run({});
  run.addChildElement(part);
  return run;
}

class FieldKind extends XmlAttributeComponent<{ readonly kind: string }> {
  protected override readonly xmlKeys = { kind: "w:fldCharType" };
}

class FieldCharacter extends XmlComponent {
  constructor(kind: "begin" | "separate" | "end") {
    super("w:fldChar");
    this.root.push(new FieldKind({ kind }));
  }
}

class Instruction extends XmlComponent {
  constructor(instruction: string) {
    super("w:instrText");
    this.root.push(instruction);
  }
}
