import Diagnostics
import RegisterReader
import Testing

struct HeadingTests {
  @Test func `every known heading is read as its field`() {
    for column in RegisterColumn.allCases where column != .name {
      for heading in column.knownHeadings {
        let row = reading("企业名称,\(heading)\n甲化工有限公司,2024\n").rows.first
        let kept = row?.other.map(\.heading) ?? ["none"]
        // What is no code of an industry is kept beside it; 2024 is one.
        #expect(kept == [], "\(heading) of \(column.rawValue)")
      }
    }
    for heading in RegisterColumn.name.knownHeadings {
      #expect(reading("\(heading)\n甲化工有限公司\n").rows.map(\.name) == ["甲化工有限公司"], "\(heading)")
    }
  }

  @Test func `no heading belongs to two fields`() {
    var seen: [String: RegisterColumn] = [:]
    for column in RegisterColumn.allCases {
      for heading in column.knownHeadings {
        #expect(seen.updateValue(column, forKey: heading.lowercased()) == nil, "\(heading)")
      }
    }
    for (heading, columns) in RegisterColumn.ambiguousHeadings {
      #expect(seen[heading] == nil && columns.count > 1, "\(heading)")
    }
  }

  @Test func `units, years, width and blanks in a heading count for nothing`() {
    let row = reading(
      "＊企 业 名 称（与执照一致）,2024年营业收入（万元）,国民经济行业代码(GB/T 4754-2017)\n甲公司,1200,2614\n"
    ).rows.first
    #expect(row?.name == "甲公司")
    #expect(row?.output == "1200 万元")
    #expect(row?.outputYear == 2024)
    #expect(row?.industryCode == "2614")
    #expect(row?.industryEdition == 2017)
  }

  @Test func `of two columns for one field the better known heading wins, and the other is kept`() {
    let read = reading("企业名称,住所,注册地址\n甲公司,乙路1号,丙路2号\n")
    #expect(read.rows.first?.address == "丙路2号")
    #expect(read.rows.first?.other == [.init(heading: "住所", text: "乙路1号")])
    #expect(read.told == ["second-column 1: "])
  }

  @Test func `columns of a scope are joined, and lists grow`() {
    let read = reading("企业名称,主要业务活动,经营范围,主要产品1,主要产品2\n甲公司,烧碱制造,化工产品销售,烧碱,液氯、盐酸\n")
    #expect(read.rows.first?.scope == "烧碱制造；化工产品销售")
    #expect(read.rows.first?.products.map(\.name) == ["烧碱", "液氯", "盐酸"])
    #expect(read.told == ["joined-scopes 2: "])
  }

  @Test func `a heading that two fields could claim is told`() {
    let read = reading("企业名称,名称,代码,企业名称及信用代码,主营业务与经营范围说明\n甲公司,烧碱,91,丙,丁\n")
    let row = read.rows.first
    #expect(row?.name == "甲公司")
    #expect(row?.creditCode == "91")
    #expect(row?.other.map(\.text) == ["烧碱", "丙", "丁"])
    #expect(
      Set(read.told) == [
        "guessed-heading 1: ", "ambiguous-heading 1: ", "unknown-heading 1: ",
      ]
    )
  }

  @Test func `what a person says of columns overrides the headings`() {
    let text = "企业名称,别名,业务内容,x\n甲,乙有限公司,烧碱制造,\n"
    let read = reading(text, columns: "name=别名, 经营范围=业务内容,products=#4")
    #expect(read.rows.first?.name == "乙有限公司")
    #expect(read.rows.first?.scope == "烧碱制造")
    #expect(read.rows.first?.other == [.init(heading: "企业名称", text: "甲")])
    #expect(reading("甲厂,乙\n丙厂,丁\n", columns: "name=#2").rows.map(\.name) == ["丁"])
  }

  @Test func `columns that do not exist, and fields that do not, are faults`() {
    #expect(reading("企业名称\n甲\n", columns: "scope=业务").errors == ["unknown-heading at 名录.csv:1:1"])
    #expect(reading("企业名称,a\n甲,\n", columns: "scope=a,address=a").errors.count == 1)
    #expect(reading("企业名称,a,b\n甲,,\n", columns: "address=a,address=b").errors.count == 1)
    let faults = RegisterColumnNames.reading("nmae=企业,企业").diagnostics
    #expect(faults.map(\.code) == ["unknown-field", "bad-columns"])
    #expect(faults.first?.help?.en == "did you mean 'name'?")
  }

  @Test func `a table without names says what its headings are`() {
    let read = reading("序号,信用代码,地址\n1,91,某路\n")
    #expect(read.register == nil)
    #expect(read.errors == ["missing-name-column at 名录.csv:1:1"])
    #expect(read.diagnostics.first?.message.en.hasSuffix("序号, 信用代码, 地址") == true)
  }
}
