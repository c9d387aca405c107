using Xunit;

namespace Dashboard.UnitTests.SignIn.Support;

/// <summary>One host for the tests of a class. Each test calls <see cref="NextAsync"/> first: a minute passes and no fault of the last one is left.</summary>
public sealed class SignInFixture : IAsyncLifetime
{
    internal SignInHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await SignInHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal async Task<(SignInHost Host, TestBrowser Browser)> NextAsync()
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(2));
        await Host.ResetProviderAsync();
        return (Host, new TestBrowser(Host.Address));
    }
}
