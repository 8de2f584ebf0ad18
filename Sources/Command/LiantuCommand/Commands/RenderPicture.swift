import ArgumentParser
import Bilingual
import ChainDrawing
import ChainExplorer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the server starts for each picture; not for people.
struct RenderPicture: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-picture",
    abstract: say("画一幅图（供 serve 使用）", "draw one picture (used by serve)"),
    shouldDisplay: false
  )

  @Option(help: .hidden) var memory: UInt64 = 1 << 30
  @Option(help: .hidden) var seconds: UInt64 = 60

  func run() throws {
    LibraryWords.keep()
    try limit()
    let order = try Self.readAll()
    let bytes: [UInt8]
    do throws(PictureChild.Failure) {
      bytes = try PictureChild.draw(order)
    } catch {
      throw Failure(.machine, BilingualText(same: error.reason))
    }
    try Terminal.write(bytes)
  }

  /// Bounds what a layout that goes astray can take, also where nobody is left to end this process.
  private func limit() throws(Failure) {
    #if canImport(Glibc)
      let (memoryKind, timeKind) = (
        __rlimit_resource_t(RLIMIT_AS.rawValue), __rlimit_resource_t(RLIMIT_CPU.rawValue)
      )
    #else
      let (memoryKind, timeKind) = (RLIMIT_AS, RLIMIT_CPU)
    #endif
    for (kind, most) in [(memoryKind, memory), (timeKind, seconds)] {
      var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
      guard setrlimit(kind, &limit) == 0 else {
        throw Failure(
          .machine,
          BilingualText(zh: "无法设定资源上限", en: "cannot set the limits of resources")
        )
      }
    }
  }

  private static let mostBytes = 256 << 20

  private static func readAll() throws(Failure) -> [UInt8] {
    var order: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count == 0 { return order }
      if count < 0, errno == EINTR { continue }
      guard count > 0, order.count + count <= mostBytes else {
        throw Failure(.machine, BilingualText(zh: "读不到要画的图", en: "cannot read the order"))
      }
      order += buffer[..<count]
    }
  }
}
