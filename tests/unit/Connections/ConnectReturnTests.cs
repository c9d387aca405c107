using System.Net;
using Dashboard.Web.Features.Connections;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dashboard.UnitTests.Connections;

/// <summary>The address HubSpot sends people back to, as strangers may call it.</summary>
public sealed class ConnectReturnTests : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tasklane-").FullName;
    private readonly WebApplicationFactory<WorkspaceView> product;
    private readonly HttpClient browser;

    public ConnectReturnTests()
    {
        product = new WebApplicationFactory<WorkspaceView>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Development");
            host.UseSetting("Data:Folder", folder);
            host.UseSetting("Sandbox:Enabled", "false");
        });
        browser = product.CreateClient(new() { AllowAutoRedirect = false });
    }

    [Theory]
    [InlineData("?code=abc&state=def")]
    [InlineData("?error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E&state=x")]
    [InlineData("")]
    [InlineData("?state=a&state=b&code=c")]
    public async Task Without_a_session_nothing_is_connected_and_the_code_stays_in_no_address(string query)
    {
        using var answer = await browser.GetAsync($"/connect/hubspot/callback{query}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/connect/failed?outcome=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));

        var page = await browser.GetStringAsync(answer.Headers.Location);
        Assert.Contains("Your session ended while you were at HubSpot", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_somebody_else_put_into_the_address_are_not_shown()
    {
        var page = await browser.GetStringAsync("/connect/failed?outcome=Call+0800+and+tell+your+password");
        Assert.DoesNotContain("password", page, StringComparison.Ordinal);
        Assert.Contains("tried a while ago", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_was_written_here_is_read()
    {
        var outcomes = product.Services.GetRequiredService<ConnectOutcome>();
        var written = outcomes.Write("HubSpot said no.");
        Assert.Equal("HubSpot said no.", outcomes.Read(written));
        Assert.Null(outcomes.Read(written[..^2]));
        Assert.Null(outcomes.Read(null));
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await product.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
