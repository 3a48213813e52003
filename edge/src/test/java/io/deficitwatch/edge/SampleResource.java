package io.deficitwatch.edge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** Fails in every way that a real resource can. */
@Path("/v1/samples")
public class SampleResource {
  public record Sample(@NotBlank String name, @Min(1) int count, BigDecimal value) {}

  @GET
  @RolesAllowed(Role.READER)
  public Sample read() {
    return new Sample("read", 1, new BigDecimal("-6650600000000.10"));
  }

  @POST
  @RolesAllowed(Role.PUBLISHER)
  public Sample create(@Valid Sample sample) {
    return sample;
  }

  @GET
  @Path("/faulty")
  public Sample faulty() {
    throw new ProblemException(
        Problem.of(422, "bad-sample", "Bad sample", "it has faults")
            .withFaults(List.of(new Fault("/a/0", "first"), new Fault("3:14", "second"))));
  }

  @GET
  @Path("/broken")
  public Sample broken() {
    throw new IllegalStateException("secret detail");
  }

  @GET
  @Path("/unreachable")
  public Sample unreachable() {
    throw new IllegalStateException(new SQLException("connection refused", "08001"));
  }

  @GET
  @Path("/uncommitted")
  public Sample uncommitted() {
    // So Narayana tells that the database went away under a commit.
    var failure = new IllegalStateException("Could not commit transaction.");
    failure.addSuppressed(
        new IllegalStateException(new SQLException("terminating connection", "57P01")));
    throw failure;
  }
}
