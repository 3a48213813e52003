package io.deficitwatch.launcher.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deficitwatch.launcher.sample.SampleRelease;
import io.deficitwatch.launcher.sample.SampleReleases;
import org.junit.jupiter.api.Test;

class ChapterTest {
  @Test
  void everySampleReleaseHasItsChapterInOrder() {
    assertThat(Chapter.all())
        .extracting(Chapter::file)
        .isEqualTo(SampleReleases.inOrder().stream().map(SampleRelease::file).toList());
  }
}
