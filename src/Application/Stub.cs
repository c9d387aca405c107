#pragma warning disable CA1822
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
namespace Dashboard.Application.Changes
{
    public sealed class UndoChange { public Task<Result<Done>> RunAsync(Actor a, Guid c, CancellationToken ct) => Task.FromResult<Result<Done>>(new Failure.NotFound("x")); }
    public sealed class RetryChange { public Task<Result<Done>> RunAsync(Actor a, Guid c, CancellationToken ct) => Task.FromResult<Result<Done>>(new Failure.NotFound("x")); }
    public sealed class DropChange { public Task<Result<Done>> RunAsync(Actor a, Guid c, CancellationToken ct) => Task.FromResult<Result<Done>>(new Failure.NotFound("x")); }
}
namespace Dashboard.Application.Sync
{
    public sealed class RefreshTask { public Task<Result<Done>> RunAsync(Actor a, long c, CancellationToken ct) => Task.FromResult<Result<Done>>(new Failure.NotConnected()); }
}
