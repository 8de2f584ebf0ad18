import ChainFiles
import TestSupport
import Testing

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
}
