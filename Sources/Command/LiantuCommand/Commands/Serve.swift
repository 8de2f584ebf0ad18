public import ArgumentParser
import Bilingual
import ChainDrawing
import ChainExplorer
import Liantu
import Logging

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("以网页提供查阅：图、清单、检索和接口", "serve pages: pictures, lists, search and the API"),
    discussion: say(
      """
      启动后在标准输出写一行网址；日志写到标准错误。数据集改动后自动重新读入；有错误的数据集不会被采用。
      缺省只供本机访问；供其他机器访问须设口令：--token-file 指明的文件，或环境变量 LIANTU_TOKEN。\
      读者第一次访问时在网址后加 ?token=口令。
      示例：
        liantu serve
        liantu serve --port 0
        liantu serve --dataset Data/huludao-2023 --port 9000
        liantu serve --host 0.0.0.0 --token-file token.txt --known-as chain.example.gov.cn
      """,
      """
      The address is written to standard output, a line; logs go to standard error. A data set that \
      has changed is read again; one that has errors is refused.
      By default only this machine can reach it; others need a token, in the file of --token-file or in \
      LIANTU_TOKEN, which readers add to their first address as ?token=TOKEN.
      Examples:
        liantu serve
        liantu serve --port 0
        liantu serve --dataset Data/huludao-2023 --port 9000
        liantu serve --host 0.0.0.0 --token-file token.txt --known-as chain.example.gov.cn
      """
    )
  )

  @Option(help: ArgumentHelp(say("监听的地址", "the address to listen at"))) var host = "127.0.0.1"
  @Option(help: ArgumentHelp(say("端口；0 为任一空闲端口", "the port; 0 for any that is free")))
  var port = 8080
  @OptionGroup var secret: TokenOptions
  @Option(
    help: ArgumentHelp(
      say("读者所用的本机名称（可重复）", "a name by which readers know this machine (repeatable)"),
      valueName: "name"
    )
  )
  var knownAs: [String] = []
  @Option(
    help: ArgumentHelp(
      say("每个地址每秒的请求数；0 为不限", "requests a second from one address; 0 for no limit")
    )
  )
  var rate = ExplorerLimits().requestsPerSecond
  @Option(
    help: ArgumentHelp(
      say("日志级别", "the least level that is logged"),
      valueName: Logger.Level.allCases.map(\.rawValue).joined(separator: "|")
    )
  )
  var logLevel: Logger.Level = .info
  @OptionGroup var dataset: DatasetOptions

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError(say("--port 应在 0 到 65535 之间", "--port must be from 0 to 65535"))
    }
    guard (0...1_000_000).contains(rate) else {
      throw ValidationError(
        say("--rate 应在 0 到 1000000 之间", "--rate must be from 0 to 1000000")
      )
    }
  }

  func run() async throws {
    let options = try options()
    let logger = logger()
    // A reader who goes away in the middle of a reply is no reason to end.
    Interruption.outliveBrokenPipes()
    if ChineseFont.isMissing { logger.warning("\(PictureWriter.fontLack)") }
    do throws(ExplorerFailure) {
      let server = try ExplorerServer(options, logger: logger)
      try await server.run { address in
        do throws(Failure) { try Terminal.write(address + "\n") } catch {
          logger.error("cannot write the address", metadata: ["address": "\(address)"])
        }
      }
    } catch {
      throw failure(error)
    }
  }

  private func options() throws -> ExplorerOptions {
    var options = ExplorerOptions(
      path: try Session.locate(dataset),
      pictures: PictureWork(
        executable: ownExecutable,
        arguments: ["render-picture"],
        processes: ProcessInfo.processInfo.activeProcessorCount
      ),
      version: liantuVersion
    )
    options.host = host
    options.port = port
    options.names = knownAs
    options.limits.requestsPerSecond = rate
    options.limits.burst = max(options.limits.burst, rate)
    options.language = dataset.lang
    options.isStatedAlone = dataset.basis == .document
    options.token = try secret.token(in: dataset.lang ?? Speech.language)
    return options
  }

  private func logger() -> Logger {
    let form: LineLogHandler.Form = Terminal.isTerminal(.error) ? .text : .json
    let handler = LineLogHandler(form) { Terminal.complain($0) }
    var logger = Logger(label: "liantu") { _ in handler }
    logger.logLevel = logLevel
    return logger
  }

  private func failure(_ failure: ExplorerFailure) -> Failure {
    guard case .refused(let refused) = failure else { return Failure(failure) }
    let language = dataset.lang ?? Speech.language
    let isColored = Terminal.isColored(.error)
    let renderer = DiagnosticRenderer(language: language, isColored: isColored)
    Terminal.complain(renderer.report(refused.diagnostics, refused.sources))
    return Failure(.faulty)
  }

  /// This very program; on Linux also where its file has been replaced since.
  private var ownExecutable: String {
    #if os(Linux)
      "/proc/self/exe"
    #else
      Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
  }
}

extension Logger.Level: @retroactive ExpressibleByArgument {}
