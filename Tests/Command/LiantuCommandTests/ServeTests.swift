import Foundation
import Testing

struct ServeTests {
  /// A command that serves, until the test ends it.
  private final class Serving {
    let process: Process
    let address: String
    private let errors: URL

    init(_ liantu: Liantu, _ arguments: [String] = []) throws {
      process = try liantu.process(["serve", "--port", "0"] + arguments)
      let output = Pipe()
      errors = liantu.folder.appending(path: "log-\(UUID().uuidString)")
      _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
      process.standardOutput = output
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      address = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    }

    deinit { if process.isRunning { process.terminate() } }

    var log: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    /// Ends it by a signal.
    func end(by signal: Int32) -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func `the address is one line, the log is JSON, and a signal ends it well`(signal: Int32) throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let serving = try Serving(liantu)
    let address = try #require(serving.address.wholeMatch(of: /(http:\/\/127\.0\.0\.1:\d+\/)\n/))
    let curl = Process()
    let output = Pipe()
    curl.executableURL = URL(filePath: "/usr/bin/env")
    curl.arguments = ["curl", "-s", String(address.1) + "health"]
    curl.standardOutput = output
    try curl.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    curl.waitUntilExit()
    #expect(text.contains("\"status\": \"ok\""))
    #expect(serving.end(by: signal) == 0)
    let lines = serving.log.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
      #expect(event?["level"] == "info" && event?["message"]?.isEmpty == false)
    }
  }

  #if os(Linux)
    @Test func `without a Chinese font the log says so once, with its package`() throws {
      var liantu = try Liantu(.little)
      defer { liantu.remove() }
      let whole = try Serving(liantu)
      #expect(whole.end(by: SIGTERM) == 0 && !whole.log.contains("fonts-noto-cjk"))
      try liantu.hideChineseFonts()
      let serving = try Serving(liantu)
      #expect(serving.end(by: SIGTERM) == 0)
      let warnings = serving.log.split(separator: "\n").filter { $0.contains("fonts-noto-cjk") }
      #expect(warnings.count == 1 && warnings[0].contains("warning"), "\(serving.log)")
    }
  #endif

  @Test func `a port that is taken is told with what to do`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let serving = try Serving(liantu)
    let port = try #require(serving.address.split(separator: ":").last?.prefix { $0.isNumber })
    let second = try liantu("serve", "--port", String(port), "--lang", "en")
    #expect(second.status == 4 && second.output.isEmpty)
    #expect(second.errors.contains("port \(port) of 127.0.0.1 is in use; name another by --port"))
    #expect(serving.end(by: SIGTERM) == 0)
  }

  @Test(arguments: [
    (["--host", "0.0.0.0"], 2, "set a token by --token-file"),
    (["--token", "short"], 2, "at least 16"),
    (["--token", "0123456789abcdef", "--token-file", "t"], 2, "exclude each other"),
    (["--token-file", "nowhere.txt"], 3, "nowhere.txt"),
    (["--token", "short"], 2, "the token of --token is of no use"),
    (["--token-file", "."], 4, "the token's file . is a folder"),
    (["--token-file", "/dev/null"], 2, "the first line of the token's file /dev/null is empty"),
    (["--token", String(repeating: "a", count: 5_000)], 2, "at most 256"),
    (["--known-as", "http://chain.example.cn"], 2, "'http://chain.example.cn' is no name"),
    (["--known-as", "https://x.gov.cn/"], 2, "is no name of a machine"),
    (["--known-as", "a b"], 2, "is no name of a machine"),
    (["--port", "70000"], 2, "--port"), (["--rate", "-1"], 2, "--rate"),
    (["--host", "192.0.2.1", "--token", "0123456789abcdef"], 4, "cannot listen"),
    (["--dataset", "nowhere"], 3, "nowhere"),
  ])
  func `what cannot be served is refused before anything is listened at`(
    arguments: [String],
    status: Int32,
    words: String
  ) throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu.run(["serve", "--lang", "en"] + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func `of two tokens the one that is not used is told`() throws {
    var liantu = try Liantu(.little)
    defer { liantu.remove() }
    liantu.environment["LIANTU_TOKEN"] = "short"
    let short = try liantu("serve", "--lang", "en")
    #expect(short.status == 2)
    #expect(short.errors.contains("the environment's LIANTU_TOKEN is of no use"))
    let both = try liantu("serve", "--lang", "en", "--token", "short")
    #expect(both.status == 2 && both.errors.contains("LIANTU_TOKEN is not used"), "\(both.errors)")
  }

  /// The words of a process, as everybody on the machine can list them.
  private func listed(_ process: Process) throws -> String {
    let list = Process()
    let output = Pipe()
    list.executableURL = URL(filePath: "/usr/bin/env")
    list.arguments = ["ps", "-o", "args=", "-p", String(process.processIdentifier)]
    list.standardOutput = output
    try list.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    list.waitUntilExit()
    return text
  }

  private func status(_ address: String, _ words: String...) throws -> String {
    let curl = Process()
    let output = Pipe()
    curl.executableURL = URL(filePath: "/usr/bin/env")
    curl.arguments = ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}"] + words + [address]
    curl.standardOutput = output
    try curl.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    curl.waitUntilExit()
    return text
  }

  @Test(arguments: ["file", "environment", "option"])
  func `a token comes from a file, the environment or an option, of which the last is warned of`(
    way: String
  ) throws {
    var liantu = try Liantu(.little)
    defer { liantu.remove() }
    let word = "0123456789abcdef"
    var words = ["--log-level", "trace", "--lang", "en"]
    switch way {
    case "file":
      try liantu.write(" \(word)\r\n# of the office\n", to: "token.txt")
      let path = liantu.folder.appending(path: "token.txt").path
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      words += ["--token-file", "token.txt"]
    case "environment": liantu.environment["LIANTU_TOKEN"] = word
    default: words += ["--token", word]
    }
    let serving = try Serving(liantu, words)
    let address = serving.address.trimmingCharacters(in: .newlines) + "health"
    #expect(try status(address) == "401")
    #expect(try status(address, "-H", "Authorization: Bearer \(word)") == "200")
    #expect(try status(address + "?token=" + word) == "303")
    if way != "option" { #expect(try !listed(serving.process).contains(word)) }
    #expect(serving.end(by: SIGTERM) == 0)
    #expect(serving.log.contains("warning: ") == (way == "option"))
    #expect(!serving.log.contains(word), "\(serving.log)")
  }

  @Test func `a token's file that others can read is warned of`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("0123456789abcdef\n", to: "token.txt")
    let path = liantu.folder.appending(path: "token.txt").path
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let serving = try Serving(liantu, ["--token-file", "token.txt", "--lang", "en"])
    #expect(serving.end(by: SIGTERM) == 0)
    #expect(serving.log.contains("chmod 600"))
  }

  @Test func `a data set with errors is not served, and its faults are told`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("segment: 1\n", to: "Data/little/facts.yaml")
    let outcome = try liantu("serve", "--port", "0", "--lang", "en")
    #expect(outcome.status == 1 && outcome.errors.contains("facts.yaml:1:"))
  }

  @Test func `the process for pictures is not among the commands, and takes what it is for`() throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    #expect(try !liantu("--help").text.contains("render-picture"))
    let outcome = try liantu("render-picture")
    #expect(outcome.status == 4 && outcome.output.isEmpty && !outcome.errors.isEmpty)
  }
}
