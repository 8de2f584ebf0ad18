package import ProgressLoop

/// How items stand on a day, for the formats that tell it.
package struct ReportedProgress: Sendable {
  /// Of the whole data set, whatever part of it is written.
  package let loop: ClosedLoop
  /// The day that is asked about.
  package let day: Day
  /// The day until which lines were recorded that count.
  package let known: Day

  package init(_ loop: ClosedLoop, at day: Day, known: Day? = nil) {
    (self.loop, self.day, self.known) = (loop, day, known ?? day)
  }
}
