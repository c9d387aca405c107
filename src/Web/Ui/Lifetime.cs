namespace Dashboard.Web.Ui;

/// <summary>
/// How long a component lives. Its token may be asked for after the end as well, by work that was on its way then: it is a cancelled one,
/// where the one of a disposed <see cref="CancellationTokenSource"/> would throw and end the whole page.
/// </summary>
public sealed class Lifetime : IDisposable
{
    private readonly CancellationTokenSource source = new();

    public Lifetime() => Token = source.Token;

    public CancellationToken Token { get; }

    public bool IsCancellationRequested => Token.IsCancellationRequested;

    public void Cancel() => source.Cancel();

    public Task CancelAsync() => source.CancelAsync();

    public void Dispose() => source.Dispose();
}
