import Bilingual
import ChainRegisters
import GraphKernel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Attach {
  /// The bytes that are read at once; a pipe gives less as soon as there is something.
  private static let pieceSize = 1 << 20

  /// Answers standard input line by line on standard output, whatever becomes of a line.
  func stream(_ session: Session, within scope: NodeIndex?) throws(Failure) {
    var stream = StreamedProposals(for: session.dataset, within: scope, language: session.language)
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.pieceSize)
    defer { piece.deallocate() }
    while true {
      let count = read(STDIN_FILENO, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure(
          .machine,
          BilingualText(
            zh: "无法读取标准输入：第 \(stream.lineCount + 1) 行起没有读",
            en:
              "cannot read standard input: line \(stream.lineCount + 1) and those behind it are not read"
          ),
          in: session.language
        )
      }
      let replies = stream.take(
        UnsafeBufferPointer(rebasing: piece[..<count]),
        isEnd: count == 0
      )
      if !replies.isEmpty { try Terminal.write(replies) }
      guard count > 0 else { return }
    }
  }
}
