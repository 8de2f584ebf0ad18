import ChainFiles
import ChainModel
import ChainQueries
import Diagnostics
import GraphKernel

/// The registers attached to a data set after some answers were filed.
///
/// One question has one decision: what is decided now takes the place of what was decided before of the same firm
/// and the same segment, in whichever register's file that stands, under whichever name and spelling.
struct AttachedDecisions {
  /// An answer and the segment that it is on.
  typealias Resolved = (decision: FirmDecision, segment: NodeIndex)

  let after: [Attachment]
  /// The files that change.
  let files: [(name: String, text: String)]

  init(_ dataset: Dataset, _ form: ReviewForm, _ decisions: [Resolved]) {
    var lookup = SegmentLookup(dataset.graph)
    let bySegment = Dictionary(grouping: decisions, by: \.segment)
    var after: [Attachment] = []
    var isMet = false
    for attachment in dataset.attachments {
      guard attachment.isOutside == form.isOutside else {
        after.append(attachment)
        continue
      }
      let kept = attachment.decisions.filter { old in
        guard let segment = lookup.segment(old.segment) else { return true }
        return !(bySegment[segment] ?? []).contains { $0.decision.isOnFirm(of: old) }
      }
      if attachment.register == form.register {
        isMet = true
        after.append(
          Self.filed(kept + decisions.map(\.decision), attachment, form, attachment.file)
        )
      } else {
        after.append(attachment.keeping(kept, table: attachment.table))
      }
    }
    if !isMet {
      let taken = Set(dataset.attachments.map { $0.file.lowercased() })
      let file = Self.fileName(form.register, but: taken)
      after.append(Self.filed(decisions.map(\.decision), nil, form, file))
    }
    self.after = after.map(\.spread)
    files = self.after.flatMap { attachment in
      let old = dataset.attachments.first { $0.file == attachment.file }
      guard attachment != old else { return [(name: String, text: String)]() }
      return attachment.files.map { (FolderListing.attachments + "/" + $0.name, $0.text) }
    }
  }

  private static func filed(
    _ decisions: [FirmDecision],
    _ before: Attachment?,
    _ form: ReviewForm,
    _ file: String
  ) -> Attachment {
    let isLater = before.map { !form.readOn.isBefore($0.date) } ?? true
    return Attachment(
      file: file,
      register: form.register,
      date: isLater ? form.readOn : before?.date ?? form.readOn,
      isOutside: form.isOutside,
      firmCount: isLater ? form.firmCount : before?.firmCount ?? form.firmCount,
      open: isLater ? open(before, form) : before?.open ?? [],
      terms: terms(before, form),
      names: names(before, form),
      // By row, and then by what they are on: the history of filing leaves no trace in the order.
      decisions: decisions.sorted { a, b in
        if a.evidence.row != b.evidence.row { return a.evidence.row < b.evidence.row }
        return (a.firm, a.segment) < (b.firm, b.segment)
      },
      table: before?.table
    )
  }

  /// What is open of each segment: what the workbook left empty. Of segments that it did not ask about, what was
  /// open before; and of a workbook that asks about changes alone, that too.
  private static func open(_ before: Attachment?, _ form: ReviewForm) -> [Attachment.Open] {
    var counts: [String: (possible: Int, all: Int)] = [:]
    let asked = Set(form.segments)
    for open in before?.open ?? []
    where form.isSince || !(form.isWhole || asked.contains(open.segment)) {
      counts[open.segment] = (open.possible, open.all)
    }
    if form.isSince {
      // What the workbook decided was perhaps open.
      for answer in form.answered {
        guard let open = counts[answer.decision.segment], open.all > 0 else { continue }
        counts[answer.decision.segment] = (min(open.possible, open.all - 1), open.all - 1)
      }
    }
    for (segment, isPossible) in form.open {
      let open = counts[segment] ?? (0, 0)
      counts[segment] = (open.possible + (isPossible ? 1 : 0), open.all + 1)
    }
    let order = (form.segments + (before?.open ?? []).map(\.segment) + form.open.map(\.segment))
    return order.uniqued().compactMap { segment in
      counts[segment].flatMap { open in
        open.all > 0
          ? Attachment.Open(segment: segment, possible: open.possible, all: open.all) : nil
      }
    }
  }

  private static func terms(
    _ before: Attachment?,
    _ form: ReviewForm
  ) -> [Attachment.ApprovedTerms] {
    var terms = before?.terms ?? []
    for term in form.terms {
      let position = terms.firstIndex { $0.segment == term.segment }
      let old = position.map { terms[$0] }
      func words(_ before: [String], adds: Bool) -> [String] {
        before.filter { $0 != term.term } + (adds ? [term.term] : [])
      }
      let new = Attachment.ApprovedTerms(
        segment: term.segment,
        terms: words(old?.terms ?? [], adds: term.isApproved),
        refused: words(old?.refused ?? [], adds: !term.isApproved)
      )
      if let position { terms[position] = new } else { terms.append(new) }
    }
    return terms
  }

  private static func names(_ before: Attachment?, _ form: ReviewForm) -> [NameDecision] {
    let new = form.names.map { name in
      NameDecision(
        enterprise: name.enterprise,
        creditCode: (try? CreditCode(parsing: name.firm.creditCode).description) ?? "",
        firm: name.firm.name,
        verdict: name.verdict
      )
    }
    let kept = (before?.names ?? []).filter { old in
      !new.contains { $0.enterprise == old.enterprise && $0.firm == old.firm }
    }
    return kept + new
  }

  /// The longest name of a file, in bytes, less what a number behind it takes.
  private static let longestName = 200

  /// The file of a register: its name, less what a file system or a person would stumble over.
  static func fileName(_ register: String, but taken: Set<String>) -> String {
    var name = ""
    for scalar in register.trimmingSpace().unicodeScalars where name.utf8.count < longestName {
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || "-_.（）()".unicodeScalars.contains(scalar)
      name.unicodeScalars.append(isPlain ? scalar : "-")
    }
    while name.hasPrefix(".") || name.hasPrefix("-") { name.removeFirst() }
    if name.isEmpty { name = "register" }
    var (candidate, number) = (name + ".yaml", 2)
    while taken.contains(candidate.lowercased()) {
      candidate = "\(name)-\(number).yaml"
      number += 1
    }
    return candidate
  }
}
