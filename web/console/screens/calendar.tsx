export default () => <h1 tabIndex={-1}>calendar</h1>;
