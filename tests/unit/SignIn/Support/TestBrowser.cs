using System.Net;
using System.Text.RegularExpressions;

namespace Dashboard.UnitTests.SignIn.Support;

/// <summary>A browser without scripts: keeps cookies, fills forms, follows redirects one at a time.</summary>
internal sealed partial class TestBrowser : IDisposable
{
    private readonly HttpClient client;

    public TestBrowser(string home)
    {
        Home = new Uri(home);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, UseCookies = true }) { BaseAddress = Home };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    public Uri Home { get; }

    public CookieContainer Cookies { get; } = new();

    public string? SessionKey => Cookies.GetCookies(Home)["tasklane.session"]?.Value;

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    public async Task<string> ReadAsync(string address) => await (await GetAsync(address)).Content.ReadAsStringAsync();

    /// <summary>From the sign-in page to the provider's address, not yet visited.</summary>
    public async Task<Uri> BeginAsync(string returnUrl = "/")
    {
        var answer = await BeginRawAsync(returnUrl);
        return answer.Headers.Location ?? throw new InvalidOperationException($"Nowhere to go: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task<HttpResponseMessage> BeginRawAsync(string returnUrl = "/") =>
        await SubmitAsync("/sign-in", await FormAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}"));

    /// <summary>Picks a person at the provider's page; the address to come back to, not yet visited.</summary>
    public async Task<Uri> ChooseAsync(Uri provider, string person = "maya-okafor")
    {
        var fields = await FormAsync(provider.ToString());
        fields[person == "" ? "cancel" : "person"] = person == "" ? "1" : person;
        return (await SubmitAsync(new Uri(provider, "/idp/authorize").ToString(), fields)).Headers.Location!;
    }

    /// <summary>The whole way; the callback's answer.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string person = "maya-okafor", string returnUrl = "/") =>
        await GetAsync((await ChooseAsync(await BeginAsync(returnUrl), person)).ToString());

    public async Task<HttpResponseMessage> SignOutAsync(string path = "/sign-out")
    {
        // The form's token is the same on whatever page it stands; a signed-in browser gets it from the test host's own form.
        var fields = await FormAsync("/form");
        return await SubmitAsync(path, fields);
    }

    public async Task<HttpResponseMessage> SubmitAsync(string address, IReadOnlyDictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(address, UriKind.RelativeOrAbsolute), content);
    }

    public async Task<Dictionary<string, string>> FormAsync(string address)
    {
        var page = await ReadAsync(address);
        return HiddenField().Matches(page).ToDictionary(m => WebUtility.HtmlDecode(m.Groups[1].Value), m => WebUtility.HtmlDecode(m.Groups[2].Value));
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)">""")]
    private static partial Regex HiddenField();
}
