import ChainExchange
import ChainFiles
import TestSupport
import Testing

@testable import ChainTestSupport

/// Tables, in the manner of FollowTheMoney: a row gives several entities and what relates them.
struct TableImportTests {
  /// The example of the documentation.
  static let firms = """
    企业名称,信用代码,曾用名,所在园区,主要产品,下游客户,是否外地,成立日期
    甲船舶配件厂,91A,老甲厂；甲厂,北港园区,船用阀门、管件,91B,否,2001/5/3
    乙造船,91B,,北港园区,货船,,否,1998/12/1
    丙钢材,91C,,,船板,91B,是,

    """
  static let mapping = """
    queries:
      - csv_url: firms.csv
        ignore_columns: 成立日期
        entities:
          company:
            kind: enterprise
            keys: [信用代码]
            properties:
              name: {column: 企业名称}
              aliases: {column: 曾用名, split: ；}
              external: {column: 是否外地, values: {是: true, 否: ""}}
              locatedIn: {entity: park}
              operatesIn: {entity: product}
          park:
            kind: park
            properties:
              name: {column: 所在园区}
          product:
            kind: segment
            each: {column: 主要产品, split: 、}
            properties:
              name: {column: $item}

    """

  @Test func `a row gives several entities and the relations between them`() throws {
    let sample = ImportSample(.csv, ["firms.csv": Self.firms], mapping: Self.mapping)
    #expect(
      try sample.facts() == [
        "enterprise 甲船舶配件厂|老甲厂|甲厂 [knowledge]", "park 北港园区 [knowledge]",
        "segment 船用阀门 [knowledge]", "segment 管件 [knowledge]", "enterprise 乙造船 [knowledge]",
        "segment 货船 [knowledge]", "enterprise 丙钢材 external=是 [knowledge]",
        "segment 船板 [knowledge]", "document firms.csv [knowledge]",
        "enterprise:甲船舶配件厂 -operatesIn-> segment:船用阀门 [knowledge]",
        "enterprise:甲船舶配件厂 -operatesIn-> segment:管件 [knowledge]",
        "enterprise:乙造船 -operatesIn-> segment:货船 [knowledge]",
        "enterprise:丙钢材 -operatesIn-> segment:船板 [knowledge]",
        "enterprise:甲船舶配件厂 -locatedIn-> park:北港园区 [knowledge]",
        "enterprise:乙造船 -locatedIn-> park:北港园区 [knowledge]",
      ]
    )
    #expect(sample.warnings == ["unmapped-column: 2 values of '下游客户' left out"])
  }

  @Test func `a table of Chinese Windows is read too`() throws {
    // 名称 and 甲 in GB 18030.
    let bytes: [UInt8] = [0xC3, 0xFB, 0xB3, 0xC6, 0x0A, 0xBC, 0xD7, 0x0A]
    let foreign = ForeignGraph([ForeignGraph.File(path: "t.csv", bytes: bytes)], form: .csv)
    let mapping =
      ImportSample.head
      + "queries: [{entities: {x: {kind: segment, properties: {name: {column: 名称}}}}}]\n"
    let imported = foreign.imported(
      by: ForeignGraph.File(path: "m.yaml", bytes: Array(mapping.utf8))
    )
    #expect(try #require(imported.dataset).graph.facts[0] == "segment 甲 [knowledge]")
  }

  /// One entity of one table, and what becomes of it.
  private func facts(_ table: String, _ entity: String, rest: String = "") throws -> [String] {
    let sample = ImportSample(
      .csv,
      ["t.csv": table],
      mapping: "queries:\n  - entities:\n      x: {\(entity)}\n\(rest)"
    )
    return try sample.facts().filter { !$0.hasPrefix("document") }
  }

  @Test func `values are joined, split, translated and given units`() throws {
    #expect(
      try facts(
        "姓,名,职务,级\n张,三,市长;主任,地级\n",
        """
        kind: leader, properties: {name: {columns: [姓, 名], join: ""}, \
        titles: {column: 职务, split: [;, ；]}, level: {column: 级, values: {地级: 市级}}}
        """
      ) == ["leader 张三 titles=市长、主任 level=市级 [knowledge]"]
    )
    #expect(
      try facts(
        "名,规模,数,备注\n甲,\"1,200.50\",2.0,N/A\n乙,3万吨,,x\n",
        """
        kind: project, properties: {name: {template: "{{名}}项目"}, capacity: {column: 规模, unit: 万吨}, \
        count: {column: 数}, content: {column: 备注, values: {N/A: ""}}}
        """
      ) == [
        "project 甲项目 capacity=1200.5 万吨 count=2 [knowledge]",
        "project 乙项目 capacity=3 万吨 content=x [knowledge]",
      ]
    )
    #expect(
      try facts(
        "名,时,基\n甲,31.12.2025,2023-08-18 00:00:00\n",
        """
        kind: target, properties: {name: {column: 名}, deadline: {column: 时, format: "%d.%m.%Y"}, \
        baseline: {column: 基}, metric: {literal: 产值}}
        """
      ) == ["target 甲 metric=产值 baseline=2023-08-18 deadline=2025-12-31 [knowledge]"]
    )
    #expect(
      try facts(
        "名,职\n甲,\"[\"\"a\"\", \"\"b\"\"]\"\n",
        "kind: leader, properties: {name: {column: 名}, titles: {column: 职, list: json}}"
      ) == ["leader 甲 titles=a、b [knowledge]"]
    )
  }

  @Test func `rows are picked by filters, and by what they must have`() throws {
    let table = "名,态\n甲,存续\n乙,注销\n丙,\n丁,在业\n"
    let name = "kind: segment, properties: {name: {column: 名}}"
    #expect(try facts(table, "filters: {态: [存续, 在业]}, \(name)").count == 2)
    #expect(try facts(table, "filters_not: {态: 注销}, \(name)").count == 3)
    #expect(try facts(table, "filters: {态: \"\"}, \(name)") == ["segment 丙 [knowledge]"])
    let sample = ImportSample(
      .csv,
      ["t.csv": table],
      mapping: """
        queries:
          - entities:
              x: {kind: project, keys: [名], properties: {name: {column: 名}, content: {column: 态, required: true}}}
        """
    )
    #expect(try sample.facts().count == 4)
    #expect(sample.imported().summary.text.en.contains("'x': 1 left out"))
  }

  @Test func `several columns make one key, in one table and from another`() throws {
    let sample = ImportSample(
      .csv,
      ["a.csv": "县,号,名\n甲,1,纱\n乙,1,布\n", "b.csv": "县,号,去县,去号,开\n甲,1,乙,1,true\n"],
      mapping: """
        queries:
          - csv_url: a.csv
            entities:
              x: {kind: segment, keys: [县, 号], properties: {name: {column: 名}}}
          - csv_url: https://example.org/data/b.csv
            relations:
              r:
                relation: supplies
                from: {entity: x, columns: [县, 号]}
                to: {entity: x, columns: [去县, 去号]}
                open: {column: 开}
                source: {template: "{{$file}}第{{$line}}行"}
        """
    )
    #expect(
      try sample.facts() == [
        "segment 纱 [knowledge]", "segment 布 [knowledge]", "document a.csv [knowledge]",
        "segment:纱 -supplies-> segment:布 [a.csv b.csv第2行] open",
      ]
    )
  }

  @Test func `documents of the mapping are cited, and may be those of the data`() throws {
    let sample = ImportSample(
      .csv,
      ["t.csv": "类,名,出处,处\n文,年鉴,,\n环节,纱,年鉴,表3\n环节,布,,\n"],
      mapping: """
        source: {document: {column: 出处}, place: {column: 处}}
        queries:
          - entities:
              d: {kind: document, filters: {类: 文}, basis: industry-knowledge, properties: {name: {column: 名}}}
              s: {kind: segment, filters: {类: 环节}, properties: {name: {column: 名}}}
        """,
      head: """
        dataset:
          title: 试验
          jurisdiction: 葫芦岛市
          language: zh
          date: 2024
          documents: [年鉴, {name: 公报, date: 2024-01, source: 首页}]

        """
    )
    let imported = sample.imported()
    #expect(imported.diagnostics.filter { $0.severity == .error }.map(\.code) == ["missing-source"])
  }

  @Test func `what is left out is told, with counts`() throws {
    let sample = ImportSample(
      .csv,
      ["t.csv": "类,名,注\n环节,纱,a\n银行,某行,\n银行,他行,\n备注,字,b\n"],
      mapping: """
        queries:
          - entities:
              s: {kind: segment, filters: {类: 环节}, properties: {name: {column: 名}}}
          - {filters: {类: 备注}, ignore: true}
        """
    )
    #expect(
      sample.warnings == [
        "unmapped-column: 2 values of '注' left out",
        "unmapped-records: 2 rows with 类=银行 left out: the mapping does not speak of them",
      ]
    )
    let summary = sample.imported().summary.text
    #expect(summary.en.contains("t.csv: 4 rows, 1 left out on purpose, 2 not spoken of"))
    #expect(summary.zh.contains("t.csv: 4 行，有意略过 1，映射未涉及 2"))
  }

  @Test func `a relation that rows repeat is taken once`() throws {
    let sample = ImportSample(
      .csv,
      ["t.csv": "企,园\n甲,北港\n甲,北港\n 甲 ,北 港\n"],
      mapping: """
        queries:
          - entities:
              e: {kind: enterprise, properties: {name: {column: 企}, locatedIn: {kind: park, column: 园}}}
              p: {kind: park, properties: {name: {column: 园}}}
        """
    )
    let errors = sample.imported().diagnostics.filter { $0.severity == .error }
    // 北港 and 北 港 are one name, and two ways of writing it.
    #expect(errors.map(\.code) == ["conflicting-value"])
  }
}
