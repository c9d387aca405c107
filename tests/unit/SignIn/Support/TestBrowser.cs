using System.Net;
using System.Text.RegularExpressions;

namespace Dashboard.UnitTests.SignIn.Support;

/// <summary>
/// A browser without scripts: keeps the product's cookies, fills forms, follows redirects one at a time. With a public origin it plays the part of
/// the proxy before the product too.
/// </summary>
internal sealed partial class TestBrowser(string home, string? publicOrigin = null) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(home) };

    /// <summary>Cookies by name.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>Every Set-Cookie line seen.</summary>
    public List<string> SetCookies { get; } = [];

    public string SessionKey => Cookies.Single(c => c.Key.EndsWith("tasklane.session", StringComparison.Ordinal)).Value;

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address));

    public Task<HttpResponseMessage> GetAsync(Uri address) => GetAsync(address.ToString());

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var address = request.RequestUri!.OriginalString;
        var ours = address.StartsWith('/') || address.StartsWith(home, StringComparison.Ordinal) || (publicOrigin is not null && address.StartsWith(publicOrigin, StringComparison.Ordinal));
        if (publicOrigin is not null && ours)
        {
            request.RequestUri = new Uri(address.Replace(publicOrigin, home, StringComparison.Ordinal), UriKind.RelativeOrAbsolute);
            request.Headers.Add("X-Forwarded-Proto", "https");
        }

        if (ours && Cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        if (!request.Headers.Contains("Accept"))
        {
            request.Headers.Add("Accept", "text/html");
        }

        var response = await client.SendAsync(request);
        if (ours && response.Headers.TryGetValues("Set-Cookie", out var lines))
        {
            lines.ToList().ForEach(Keep);
        }

        return response;
    }

    public async Task<string> ReadAsync(string address) => await (await GetAsync(address)).Content.ReadAsStringAsync();

    /// <summary>From the sign-in page to the provider's address, not yet visited.</summary>
    public async Task<Uri> BeginAsync(string returnUrl = "/")
    {
        var answer = await BeginRawAsync(returnUrl);
        return answer.Headers.Location ?? throw new InvalidOperationException($"Nowhere to go: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task<HttpResponseMessage> BeginRawAsync(string returnUrl = "/") =>
        await SubmitAsync("/sign-in", await FormAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}"));

    /// <summary>Picks a person at the provider's page, or cancels for null; the address to come back to, not yet visited.</summary>
    public async Task<Uri> ChooseAsync(Uri provider, string? person = "maya-okafor")
    {
        var fields = await FormAsync(provider.ToString());
        fields[person is null ? "cancel" : "person"] = person ?? "1";
        return (await SubmitAsync(new Uri(provider, "/idp/authorize").ToString(), fields)).Headers.Location!;
    }

    /// <summary>As far as the callback's address, not yet visited.</summary>
    public async Task<Uri> CallbackAsync(string? person = "maya-okafor", string returnUrl = "/") => await ChooseAsync(await BeginAsync(returnUrl), person);

    /// <summary>The whole way; the callback's answer.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string? person = "maya-okafor", string returnUrl = "/") =>
        await GetAsync(await CallbackAsync(person, returnUrl));

    public async Task<HttpResponseMessage> SignOutAsync(string path = "/sign-out") => await SubmitAsync(path, await FormAsync("/form"));

    public Task<HttpResponseMessage> SubmitAsync(string address, IReadOnlyDictionary<string, string> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });

    /// <summary>Hidden fields of the form on a page.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string address)
    {
        var page = await ReadAsync(address);
        return HiddenField().Matches(page).ToDictionary(m => WebUtility.HtmlDecode(m.Groups[1].Value), m => WebUtility.HtmlDecode(m.Groups[2].Value));
    }

    public async Task<bool> IsSignedInAsync() => await ReadAsync("/who") != "[]";

    public void Dispose() => client.Dispose();

    private void Keep(string line)
    {
        SetCookies.Add(line);
        var pair = line.Split(';')[0].Split('=', 2);
        if (line.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
        {
            Cookies.Remove(pair[0]);
        }
        else
        {
            Cookies[pair[0]] = pair[1];
        }
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)">""")]
    private static partial Regex HiddenField();
}
