package duet.lane.cpython.observe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A thread of the script that a [ThreadSampler] looks at, and what it has seen of it. The files
/// and the track are null where the system does not show the thread, or it had ended before.
final class WatchedThread {
  final long tid;
  final String task;
  final long begin;
  final @Nullable TaskFiles files;
  final @Nullable ThreadTrack track;
  String name;
  long end;

  WatchedThread(
      long tid,
      String name,
      String task,
      long begin,
      @Nullable TaskFiles files,
      @Nullable ThreadTrack track) {
    this.tid = tid;
    this.name = name;
    this.task = task;
    this.begin = begin;
    this.files = files;
    this.track = track;
  }

  void end(long now) {
    end = now;
    if (track != null) {
      track.end(now);
    }
    close();
  }

  void close() {
    if (files != null) {
      files.close();
    }
  }

  /// The thread as it was seen.
  ThreadLife life() {
    return new ThreadLife(
        tid, name, begin, end, Optional.ofNullable(track).map(ThreadTrack::slices));
  }
}
