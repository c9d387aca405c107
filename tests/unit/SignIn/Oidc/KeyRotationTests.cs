using System.Net;
using Dashboard.UnitTests.SignIn.Support;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Oidc;

/// <summary>Providers change their keys without asking.</summary>
public sealed class KeyRotationTests
{
    [Fact, Trait("Checklist", "O20"), Trait("Trap", "M7")]
    public async Task The_first_sign_in_after_a_rotation_works_and_so_does_one_after_the_next()
    {
        await using var host = await SignInHost.StartAsync();
        await SignInAsync(host);

        await host.RotateKeysAsync();
        await SignInAsync(host);

        host.Clock.Advance(TimeSpan.FromSeconds(31));
        await host.RotateKeysAsync();
        await SignInAsync(host);
        Assert.Equal(3, await host.CallsAsync("jwks"));
    }

    [Fact, Trait("Checklist", "O20")]
    public async Task Ten_sign_ins_at_once_after_a_rotation_all_work_and_read_the_keys_once()
    {
        await using var host = await SignInHost.StartAsync();
        await SignInAsync(host);
        await host.RotateKeysAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SignInAsync(host)));
        Assert.Equal(2, await host.CallsAsync("jwks"));
    }

    [Fact, Trait("Checklist", "O20")]
    public async Task Many_made_up_key_ids_read_the_keys_once_in_half_a_minute()
    {
        await using var host = await SignInHost.StartAsync();
        await SignInAsync(host);
        await host.FaultAsync("unknown-kid", times: 50);
        for (var i = 0; i < 50; i++)
        {
            using var browser = new TestBrowser(host.Address);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync()).StatusCode);
        }

        Assert.Equal(2, await host.CallsAsync("jwks"));
    }

    [Fact, Trait("Checklist", "O20")]
    public async Task A_key_that_was_taken_back_signs_nobody_in_once_the_keys_were_read_again()
    {
        await using var host = await SignInHost.StartAsync();
        await SignInAsync(host);
        await host.RotateKeysAsync(keepOld: false);
        await SignInAsync(host);

        await host.FaultAsync("wrong-key");
        using var browser = new TestBrowser(host.Address);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync()).StatusCode);
    }

    private static async Task SignInAsync(SignInHost host)
    {
        using var browser = new TestBrowser(host.Address);
        await browser.SignInAsync();
        Assert.True(await browser.IsSignedInAsync());
    }
}
