import Foundation
import Testing

/// Names that mean nothing, or several things, or are hostile.
struct NameTests {
  @Test func `an ambiguous name is 1 and lists the candidates`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let outcome = try liantu("show", "大堡")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("region:徐大堡镇"))
    let fragment = try liantu("show", "渤船集团核")
    #expect(fragment.status == 0)
    let many = try liantu("show", "项目")
    #expect(many.status == 1 && many.errors.contains("…"))
  }

  @Test func `a cluster without segments is 3 and not a chain without gaps`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    for command in [["gaps"], ["layers"], ["draw", "panorama"]] {
      let outcome = try liantu.run(command + ["轨道交通装备"])
      #expect(outcome.status == 3 && outcome.output.isEmpty, "\(command)")
      #expect(outcome.errors.contains("没有产业链环节"), "\(command)")
    }
  }

  @Test func `a view is called by its Chinese names too, and is of everything when it can be`()
    throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let gaps = try liantu("list", "gaps", "泳装", "--format", "csv")
    #expect(gaps.status == 0 && gaps.text.contains("纱线"))
    for word in ["缺链图", "缺链清单"] {
      #expect(try liantu("list", word, "泳装", "--format", "csv").output == gaps.output)
    }
    let all = try liantu("list", "gaps", "--format", "csv")
    #expect(try liantu("list", "gaps", "all", "--format", "csv").output == all.output)
    #expect(all.status == 0 && all.text.contains("纱线"))
    let drawn = try liantu("draw", "缺链图", "all")
    #expect(drawn.status == 0 && drawn.text.contains("<svg"))
  }

  @Test func `a view that has nothing to show is 3, with the reason in the language asked for`()
    throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for (words, zh, en) in [
      (["projects"], "没有这样的项目", "no such projects"),
      (["paths", "成衣", "纱线"], "没有到“纱线”的供给路径", "no supplies lead from '成衣'"),
      (["duties", "局", "--kind", "task"], "没有这样的事项", "answers for no such item"),
      (["panorama", "氢能产业集群"], "没有产业链环节", "has no segments"),
      (["duties", "乙"], "没有名为“乙”的领导或部门", "no leader or department is called '乙'"),
    ] {
      // Of these two the list is empty, and says why.
      let isEmptyList = ["paths", "duties"].contains(words[0]) && words != ["duties", "乙"]
      for command in isEmptyList ? ["draw"] : ["draw", "list"] {
        let chinese = try liantu.run([command] + words)
        #expect(chinese.status == 3 && chinese.output.isEmpty, "\(words): \(chinese.errors)")
        #expect(chinese.errors.contains(zh), "\(chinese.errors)")
        let english = try liantu.run([command] + words + ["--lang", "en"])
        #expect(english.status == 3 && english.errors.contains(en), "\(english.errors)")
      }
    }
  }

  @Test func `an unknown name is 3 and says what may have been meant`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let outcome = try liantu("owners", "锦西石划")
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    // Without a locale the data set's language speaks.
    #expect(outcome.errors.contains("是否要找“锦西石化”"))
    let english = try liantu("owners", "锦西石划", "--lang", "en")
    #expect(english.errors.contains("did you mean '锦西石化'"))
    #expect(try liantu("find", "⌘⌘").status == 3)
    #expect(try liantu("gaps", "泳衣", "--lang", "zh").errors.contains("没有名为“泳衣”的产业集群"))
  }

  @Test(
    arguments: [
      "", " ", "\u{1B}[2J\u{1B}[31m", "a\u{07}b\u{9B}", String(repeating: "x", count: 100_000),
      String(repeating: "锂", count: 40_000), "cluster:", ":", "'\"`$(id)", "\u{202E}", "../../etc",
    ]
  )
  func `a hostile name is 3, and nothing in the message steers the terminal`(_ name: String) throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu("show", name)
    #expect(outcome.status == 3, "\(outcome.errors.prefix(200))")
    #expect(outcome.output.isEmpty)
    let steers = outcome.errors.unicodeScalars.contains { scalar in
      scalar != "\n" && (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value))
    }
    #expect(!steers && !outcome.errors.isEmpty)
  }

  @Test func `what follows two dashes is a name`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    #expect(try liantu("show", "--", "--help").status == 3)
    #expect(try liantu("show", "--", "锦西石化").status == 0)
    #expect(try liantu("show", "--").status == 2)
  }

  @Test(
    arguments: [
      ["nonsense"], ["show"], ["show", "a", "b"], ["gaps", "--state", "gone"],
      ["stats", "--wrong"],
      ["stats", "--format", "xml"], ["stats", "--lang", "fr"], ["paths", "a", "b", "--limit", "0"],
      ["upstream", "a", "--depth", "-1"], ["upstream", "a", "--depth", "9999999999999999999999"],
      ["draw"], ["draw", "panorama"], ["draw", "panoram", "泳装"], ["draw", "缺链表", "泳装"],
      ["draw", "paths", "面料"], ["draw", "alignment", "泳装"], ["list", "gaps", "泳装", "锦西石化"],
      ["list", "gaps", "泳装", "--radius", "2"], ["list", "neighborhood", "甲", "--radius", "0"],
      ["draw", "paths", "纱线", "成衣", "--limit", "10001"],
      ["list", "upstream", "成衣", "--depth", "x"],
      ["list", "duties", "局", "--role", "leed"], ["draw", "panorama", "泳装", "--stage", "中流"],
      ["draw", "\u{1B}[2J"], ["draw", ""], ["pack"], ["pack", "五图五清单"],
      ["audit", "--rule", "\u{1B}[2J"],
    ]
  )
  func `wrong usage is 2, reported on standard error`(_ arguments: [String]) throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu.run(arguments)
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.output.isEmpty && !outcome.errors.isEmpty)
    #expect(!outcome.errors.unicodeScalars.contains("\u{1B}"))
  }
}
