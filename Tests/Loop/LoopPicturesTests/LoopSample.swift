import ChainFiles
import ChainLoop
import ChainModel
import Diagnostics
import ProgressLoop
import TestSupport
import Testing

/// A made-up city with a year of plan and journal, by chance: what is planned, what is reported when, what is
/// late and what is passed over.
struct LoopSample {
  var items = 24
  var clusters = 4
  var departments = 3
  /// What stands behind the names.
  var suffix = ""
  var seed: UInt64 = 1
  /// Whether there is neither plan nor journal.
  var isBare = false

  private static let months = 1...9
  private static let day = "2024-10-08"

  /// The day that is asked about: after the reports of September were due.
  static let at = Day(firstOf: CalendarDate(parsing: day) ?? CalendarDate(daysSince1970: 0))

  func loop() throws -> DatasetLoop {
    var generator = SplitMix64(seed: seed)
    let folder = try DatasetFolder.dataset(["facts.yaml": facts(&generator)])
    // It is removed with its last use, and read until then.
    defer { withExtendedLifetime(folder) {} }
    if !isBare {
      try folder.write(plan(&generator), to: "plans/2024.csv")
      try folder.write(journal(&generator), to: "journal/2024.csv")
      try folder.write("start: 2024-01\nreports: [project]\n", to: "reporting.yaml")
    }
    let loaded = Dataset.load(folder: folder.path)
    let dataset = try #require(loaded.dataset, "\(loaded.diagnostics)")
    var diagnostics: [Diagnostic] = []
    let loop = DatasetLoop(dataset, LoopFiles(folder: folder.path, diagnostics: &diagnostics))
    let faults = (diagnostics + loop.diagnostics).filter { $0.severity == .error }
    try #require(faults.isEmpty, "\(faults)")
    return loop
  }

  private func name(_ item: Int) -> String { "项目\(Self.word(item))\(suffix)" }

  /// A number in letters, so that a name cut short has no number that the list does not have.
  private static func word(_ number: Int) -> String {
    String(String(number).map { Character(UnicodeScalar(97 + (Int(String($0)) ?? 0)) ?? "x") })
  }

  private func facts(_ generator: inout SplitMix64) -> String {
    var lines = ["leader:"]
    for leader in 0..<4 { lines.append("  - {name: 领导\(Self.word(leader)), source: 一}") }
    lines.append("department:")
    for department in 0..<departments {
      lines.append("  - {name: 部门\(Self.word(department)), source: 一}")
    }
    lines.append("cluster:")
    for cluster in 0..<clusters {
      lines.append("  - {name: 集群\(Self.word(cluster)), level: 市级, source: 一}")
    }
    lines.append("project:")
    for item in 0..<items {
      var fields = ["name: \(name(item))", "source: 二"]
      // One in eight is in no cluster, one in eight in two.
      let cluster = generator.number(below: clusters)
      let other = (cluster + 1) % clusters
      if generator.oneIn(8), clusters > 1 {
        fields.append("partOf: [集群\(Self.word(cluster)), 集群\(Self.word(other))]")
      } else if !generator.oneIn(8) {
        fields.append("partOf: 集群\(Self.word(cluster))")
      }
      let lead = generator.number(below: departments)
      if generator.oneIn(5), departments > 1 {
        let next = (lead + 1) % departments
        fields.append("lead: [部门\(Self.word(lead)), 部门\(Self.word(next))]")
      } else {
        fields.append("lead: 部门\(Self.word(lead))")
      }
      if !generator.oneIn(6) {
        fields.append("accountable: 领导\(Self.word(generator.number(below: 4)))")
      }
      lines.append("  - {\(fields.joined(separator: ", "))}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func plan(_ generator: inout SplitMix64) -> String {
    var lines = ["line,recorded,item,what,period,value"]
    for item in 0..<items where !generator.oneIn(7) {
      if !generator.oneIn(5) {
        let money = (1 + generator.number(below: 9)) * 1_200
        lines.append("p\(item)a,2024-01-15,\(name(item)),投资,2024,\(money)")
      }
      for milestone in ["开工", "竣工"] where !generator.oneIn(3) {
        let year = generator.oneIn(9) ? 2025 : 2024
        let month = 1 + generator.number(below: 12)
        let day = "\(year)-\(month < 10 ? "0" : "")\(month)-2\(generator.number(below: 9))"
        lines.append("p\(item)\(milestone),2024-01-15,\(name(item)),\(milestone),,\(day)")
      }
    }
    // Some are put off.
    for item in 0..<items where generator.oneIn(9) {
      lines.append("q\(item),2024-05-20,\(name(item)),开工,,2024-07-31")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func journal(_ generator: inout SplitMix64) -> String {
    var lines = ["line,recorded,period,by,item,type,status,value,milestone,date"]
    for month in Self.months {
      let period = "2024-0\(month)"
      let recorded = month < 9 ? "2024-0\(month + 1)-04" : "2024-10-04"
      for item in 0..<items where !generator.oneIn(10) {
        for department in 0..<departments where generator.oneIn(departments) {
          let line = "j\(month)x\(item)y\(department)"
          let money = month * (40 + generator.number(below: 400))
          let head = "\(line),\(recorded),\(period),部门\(Self.word(department)),\(name(item))"
          lines.append("\(head),report,在建,\(generator.oneIn(6) ? "" : String(money)),,")
          if generator.oneIn(20) {
            let milestone = generator.oneIn(2) ? "开工" : "竣工"
            lines.append(
              "\(line)z,\(recorded),\(period),部门\(Self.word(department)),\(name(item)),"
                + "milestone,,,\(milestone),\(period)-1\(generator.number(below: 9))"
            )
          }
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
