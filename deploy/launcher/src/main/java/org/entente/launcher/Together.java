package org.entente.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Pieces of work beside each other; the first failure is the failure of all. */
final class Together {
    private final Executor executor = work -> Thread.ofVirtual().start(work);
    private final List<CompletableFuture<Void>> all = new ArrayList<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** A piece of work that was handed in. */
    record Piece(CompletableFuture<Void> future) {}

    /** Begins the work as soon as the earlier ones are done. */
    Piece after(List<Piece> earlier, Steps.Work work) {
        var begun =
                CompletableFuture.allOf(
                        earlier.stream().map(Piece::future).toArray(CompletableFuture[]::new));
        var future = begun.thenRunAsync(() -> attempt(work), executor);
        all.add(
                future.whenComplete((nothing, problem) -> {
                    if (problem != null) {
                        failure.completeExceptionally(problem);
                    }
                }));
        return new Piece(future);
    }

    private static void attempt(Steps.Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new LaunchFailure(e.toString(), e);
        }
    }

    /** Waits for all, or for the first failure. */
    void join() {
        try {
            CompletableFuture.anyOf(
                            failure, CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LaunchFailure known) {
                throw known;
            }
            throw e;
        }
    }
}
