import Foundation
import Testing

/// Every command that writes a file or a folder, by what the program itself says of its commands, with
/// every ending: what it writes is what the ending says, or nothing is written.
struct EndingTableTests {
  /// What the program tells of a command for programs.
  private struct Help: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }

    struct Argument: Decodable {
      let kind: String
      let names: [Name]?
      let valueName: String?
      let isOptional: Bool
    }

    let commandName: String
    let arguments: [Argument]?
    let subcommands: [Help]?
  }

  private struct Tool: Decodable { let command: Help }

  /// A command as words, with what it needs besides its output.
  struct Writer: CustomTestStringConvertible, Sendable {
    let words: [String]
    let subjects: [String]
    /// The option for the output, and whether it is a folder.
    let option: String
    let isFolder: Bool
    var testDescription: String { words.joined(separator: " ") }
  }

  /// What stands for a positional argument; what is no name of the data makes a command end early.
  private static let subjects = [
    "cluster": "泳装", "segment": "面料", "from": "纱线", "to": "成衣", "node…": "锦西石化", "node": "锦西石化",
    "item": "泳装", "text": "面料", "expr": "环节", "view": "gaps", "region": "样例市", "name": "五图五清单",
    "party": "局",
  ]

  /// What a command needs beside its positional arguments.
  private static let needed = [
    "attach": ["名录.csv"], "candidates": ["--from", "名录.csv"], "changes": ["--from", "Data/little"],
    "sheet": ["--period", "2024-06"],
  ]

  private static func writers(_ help: Help, _ path: [String]) -> [Writer] {
    let inner = (help.subcommands ?? []).flatMap { writers($0, path + [$0.commandName]) }
    let arguments = help.arguments ?? []
    let output = arguments.first { argument in
      (argument.names ?? []).contains { $0.kind == "short" && $0.name == "o" }
        || argument.names?.map(\.name) == ["folder"]
    }
    guard let output, let name = output.names?.first else { return inner }
    let needed = arguments.filter { $0.kind == "positional" && !$0.isOptional }.map { argument in
      subjects[argument.valueName ?? ""] ?? "x"
    }
    let isShort = (output.names ?? []).contains { $0.kind == "short" }
    let writer = Writer(
      words: path,
      subjects: needed,
      option: isShort ? "-o" : "--" + name.name,
      isFolder: output.valueName == "folder"
    )
    return [writer] + inner
  }

  static let writers: [Writer] = {
    guard let liantu = try? Liantu(.nothing) else { return [] }
    defer { liantu.remove() }
    guard let outcome = try? liantu("--experimental-dump-help"),
      let tool = try? JSONDecoder().decode(Tool.self, from: outcome.output)
    else { return [] }
    return writers(tool.command, [])
  }()

  /// The endings of each kind of file, with how such a file begins or what it holds.
  static let endings: KeyValuePairs<String, @Sendable (Data) -> Bool> = [
    "csv": { isText($0) && !begins($0, "{", "<") },
    "json": { (try? JSONSerialization.jsonObject(with: $0)) != nil },
    "html": { begins($0, "<!doctype html", "<html") },
    "xlsx": { $0.starts(with: [0x50, 0x4B, 0x03, 0x04]) },
    "svg": { String(decoding: $0, as: UTF8.self).contains("<svg") },
    "pdf": { begins($0, "%pdf") },
    "dot": { begins($0, "digraph") },
    "graphml": { String(decoding: $0, as: UTF8.self).contains("<graphml") },
    "liantu": { !isText($0) }, "sqlite": { begins($0, "sqlite format 3") },
    "txt": { isText($0) },
    "docx": { _ in false }, "xls": { _ in false }, "zip": { _ in false }, "yaml": { _ in false },
  ]

  private static func isText(_ data: Data) -> Bool { String(data: data, encoding: .utf8) != nil }

  private static func begins(_ data: Data, _ heads: String...) -> Bool {
    let text = String(decoding: data.prefix(64), as: UTF8.self).lowercased()
    return heads.contains { text.hasPrefix($0) }
  }

  @Test func `the program tells of its commands`() {
    let names = Self.writers.map(\.testDescription)
    for name in [
      "gaps", "draw", "query", "export csv", "import csv", "import policy", "pack", "gallery",
    ] {
      #expect(names.contains(name), "\(name) is not among \(names)")
    }
  }

  @Test(arguments: EndingTableTests.writers)
  func `a command writes what the ending says, or nothing`(writer: Writer) throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("企业名称,主要产品\n甲公司,面料\n", to: "名录.csv")
    var refused: [String] = []
    for (ending, isRight) in Self.endings {
      let file = "x.\(ending)"
      let outcome = try liantu.run(
        writer.words + writer.subjects + (Self.needed[writer.testDescription] ?? [])
          + [writer.option, file, "--lang", "en"]
      )
      let path = liantu.folder.appending(path: file)
      guard outcome.status != 2 else {
        refused.append(ending)
        let told = outcome.errors
        #expect(told.contains(".\(ending)") || told.contains("must end in"), "\(ending): \(told)")
        #expect(!FileManager.default.fileExists(atPath: path.path), "\(ending)")
        continue
      }
      #expect(!writer.isFolder, "\(ending) is taken for a folder's name")
      guard let data = try? Data(contentsOf: path) else { continue }
      #expect(isRight(data), "\(ending): \(String(decoding: data.prefix(40), as: UTF8.self))")
    }
    // These no command writes, and a command that took them would never have looked.
    #expect(refused.suffix(4) == ["docx", "xls", "zip", "yaml"])
  }
}
