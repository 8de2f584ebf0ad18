import Foundation
import Testing

/// `check --since`: plans and journals only grew since a revision, a folder or a snapshot; and what is odd
/// and may be used.
@Suite(.serialized) struct CheckSinceTests {
  private static let facts = """
    document: [{name: 文, source: 一, date: 2023-08-18}]
    department:
      - {name: 市数据局, source: 一, formerly: [{name: 信息中心, until: 2023-05-31}]}
      - {name: 市工信局, source: 一, formerly: [信息中心]}
    project: [{name: 数据中心项目, source: 三, lead: 市数据局}]

    """
  private static let journal = """
    line,recorded,period,by,item,type,status
    j1,2024-05-04,2024-04,市数据局,数据中心项目,report,前期
    j2,2024-06-04,2024-05,市数据局,数据中心项目,report,开工

    """

  private func prepared(facts: String = facts) throws -> Liantu {
    var liantu = try Liantu(.nothing)
    liantu.environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    let manifest = Liantu.manifest.replacingOccurrences(of: "2024", with: "2024-01-01")
    try liantu.write(manifest, to: "data/dataset.yaml")
    try liantu.write(facts, to: "data/facts.yaml")
    try liantu.write(Self.journal, to: "data/journal/2024.csv")
    try liantu.write("start: 2024-04\ndue-day: 6\n", to: "data/reporting.yaml")
    return liantu
  }

  private func git(_ liantu: Liantu, _ words: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let name = ["-c", "user.name=a", "-c", "user.email=a@example.com"]
    process.arguments = ["git", "-C", liantu.folder.path] + name + words
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(words)")
  }

  private func check(_ liantu: Liantu, since: String) throws -> Liantu.Outcome {
    try liantu("check", "--dataset", "data", "--since", since, "--lang", "en")
  }

  @Test func `a revision, a folder and a snapshot of then say the same`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    try git(liantu, "init", "-q")
    try git(liantu, "add", ".")
    try git(liantu, "commit", "-q", "-m", "first")
    try FileManager.default.copyItem(
      at: liantu.folder.appending(path: "data"),
      to: liantu.folder.appending(path: "then")
    )
    #expect(try liantu("snapshot", "--dataset", "data", "-o", "then.liantu").status == 0)
    let more = Self.journal + "j3,2024-07-04,2024-06,市数据局,数据中心项目,report,开工\n"
    let changed = more.replacingOccurrences(of: "report,前期", with: "report,在建")
    for since in ["HEAD", "then", "then.liantu"] {
      try liantu.write(more, to: "data/journal/2024.csv")
      let grown = try check(liantu, since: since)
      #expect(grown.status == 0, "\(since): \(grown.text) \(grown.errors)")
      try liantu.write(changed, to: "data/journal/2024.csv")
      let told = try check(liantu, since: since)
      #expect(told.status == 1, "\(since): \(told.text)")
      #expect(
        told.text.contains("2024.csv:2:1: error[changed-line]: j1 was changed"),
        "\(told.text)"
      )
      #expect(told.text.contains("under 'corrects'"), "\(told.text)")
      // Without the option the past is not asked about.
      #expect(try liantu("check", "--dataset", "data").status == 0)
    }
  }

  @Test func `what is no revision is refused, and so is one without a repository or without git`()
    throws
  {
    var liantu = try prepared()
    defer { liantu.remove() }
    liantu.environment["GIT_CEILING_DIRECTORIES"] = "/"
    for since in ["HEAD", "--output=x"] {
      let words = ["check", "--dataset", "data", "--since=" + since, "--lang", "en"]
      let asked = try liantu.run(words)
      #expect(asked.status == 3 && asked.errors.contains("no git repository"), "\(asked.errors)")
    }
    liantu.environment["PATH"] = ""
    let without = try check(liantu, since: "HEAD")
    #expect(without.status == 4 && without.errors.contains("git is not found"), "\(without.errors)")
    liantu.environment["PATH"] = ProcessInfo.processInfo.environment["PATH"]
    try git(liantu, "init", "-q")
    let unknown = try check(liantu, since: "gone")
    #expect(unknown.status == 3 && unknown.errors.contains("gone"), "\(unknown.errors)")
  }

  @Test func `a report of another department is told by check and with the item, and not counted`()
    throws
  {
    let liantu = try prepared()
    defer { liantu.remove() }
    let journal = Self.journal.replacingOccurrences(of: "2024-05,市数据局", with: "2024-05,市工信局")
    try liantu.write(journal, to: "data/journal/2024.csv")
    let checked = try liantu("check", "--dataset", "data", "--lang", "en")
    #expect(checked.status == 0, "\(checked.text)")
    #expect(
      checked.text.contains("2024.csv:3:23: warning[unexpected-report]: j2"),
      "\(checked.text)"
    )
    let status = try liantu("status", "--dataset", "data", "--at", "2024-06-30", "--lang", "en")
    #expect(status.text.contains("市工信局 is not who is to report"), "\(status.text)")
    #expect(!status.errors.contains("unexpected-report"))
  }

  @Test func `a report that says 开工 passes no milestone, and says so until one is recorded`() throws
  {
    let liantu = try prepared()
    defer { liantu.remove() }
    func remarks(_ day: String) throws -> Bool {
      let words = ["status", "--dataset", "data", "--at", day, "--lang", "zh"]
      return try liantu.run(words).text.contains("没有记过这个节点（j2）")
    }
    #expect(try remarks("2024-06-30"))
    #expect(try !remarks("2024-05-30"))
    let journal = Self.journal.replacingOccurrences(
      of: "type,status",
      with: "type,status,milestone,date"
    )
    let more = "j3,2024-07-01,,市数据局,数据中心项目,milestone,,开工,2024-06-20\n"
    let rows = journal.replacingOccurrences(of: "前期\n", with: "前期,,\n")
      .replacingOccurrences(of: "开工\n", with: "开工,,\n")
    try liantu.write(rows + more, to: "data/journal/2024.csv")
    #expect(try remarks("2024-06-30"))
    #expect(try !remarks("2024-07-01"))
  }

  @Test func `two with one former name are warned of`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let checked = try liantu("check", "--dataset", "data", "--lang", "zh")
    #expect(checked.status == 0 && checked.text.contains("[shared-former-name]"), "\(checked.text)")
    #expect(checked.text.contains("信息中心"), "\(checked.text)")
  }

  @Test func `an assumed day of reporting is said, and one that is written is not`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    func notes(_ rules: String?) throws -> [String] {
      let file = liantu.folder.appending(path: "data/reporting.yaml")
      try? FileManager.default.removeItem(at: file)
      if let rules { try liantu.write(rules, to: "data/reporting.yaml") }
      return try [["status"], ["unreported"], ["assess"]].map { words in
        let asked = try liantu.run(
          words + ["--dataset", "data", "--at", "2024-07-31", "--lang", "en"]
        )
        #expect(asked.status == 0, "\(asked.errors)")
        return asked.text.contains("there is no reporting.yaml")
          ? "none" : asked.text.contains("says no due-day") ? "assumed" : "said"
      }
    }
    #expect(try notes("start: 2024-04\ndue-day: 6\n") == ["said", "said", "said"])
    #expect(try notes("start: 2024-04\n") == ["assumed", "assumed", "assumed"])
    // Without a first month no light counts what is missing.
    #expect(try notes(nil) == ["said", "none", "none"])
  }

  @Test func `check --at looks at another day, and names it`() throws {
    let facts = Self.facts.replacingOccurrences(
      of: "{name: 市数据局, source: 一, ",
      with: "{name: 市数据局, source: 一, until: 2024-05-31, "
    )
    let liantu = try prepared(facts: facts)
    defer { liantu.remove() }
    let now = try liantu("check", "--dataset", "data", "--lang", "en")
    #expect(!now.text.contains("vacant-post") && now.text.contains("as things stand on 2024-01-01"))
    let later = try liantu("check", "--dataset", "data", "--at", "2024-06", "--lang", "en")
    #expect(later.text.contains("vacant-post"), "\(later.text)")
    #expect(later.text.contains("as things stand on 2024-06-30, the last day of 2024-06"))
    let data = try liantu(
      "check",
      "--dataset",
      "data",
      "--at",
      "2024-06",
      "--lang",
      "zh",
      "--format",
      "json"
    )
    #expect(data.text.contains("按 2024-06-30（2024-06 的最后一天）的情形"))
  }
}
